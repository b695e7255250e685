/* What Claimscope needs of SDL2 in a browser: a window, its events, the clipboard, GL. SDL's own set
   for Emscripten, less sound, game controllers, sensors, power, threads, its 2D renderer, its pictures. */
#ifndef SDL_config_h_
#define SDL_config_h_

#include "SDL_config_emscripten.h"

#undef SDL_AUDIO_DRIVER_DISK
#undef SDL_AUDIO_DRIVER_DUMMY
#undef SDL_AUDIO_DRIVER_EMSCRIPTEN
#define SDL_AUDIO_DISABLED 1

#undef SDL_JOYSTICK_EMSCRIPTEN
#define SDL_JOYSTICK_DISABLED 1
#define SDL_JOYSTICK_DUMMY 1

#undef SDL_SENSOR_DUMMY
#define SDL_SENSOR_DISABLED 1

#undef SDL_LOADSO_DLOPEN
#define SDL_LOADSO_DISABLED 1
#define SDL_LOADSO_DUMMY 1

#undef SDL_POWER_EMSCRIPTEN
#define SDL_POWER_DISABLED 1

/* Its own small ones: the C library reads numbers of 128 bits. */
#undef HAVE_ATOF
#undef HAVE_STRTOD

/* Without the copying of pictures from every format to every other: nothing here is drawn by SDL. */
#define SDL_LEAN_AND_MEAN 1

#undef SDL_VIDEO_RENDER_OGL_ES2
#define SDL_RENDER_DISABLED 1

#endif
