/* What SDL's window, mouse and Dear ImGui's backend ask of the parts that are left out: there is no picture,
   no 2D renderer, no game controller and no gesture of SDL's own. */
#include "SDL.h"

int SDL_GestureAddTouch(SDL_TouchID touch) { return 0; }
int SDL_GestureDelTouch(SDL_TouchID touch) { return 0; }
void SDL_GestureProcessEvent(SDL_Event *event) {}
void SDL_GestureQuit(void) {}

static void *Nothing(void) {
  SDL_Unsupported();
  return NULL;
}

SDL_Surface *SDL_CreateRGBSurface(Uint32 flags, int width, int height, int depth, Uint32 red, Uint32 green,
                                  Uint32 blue, Uint32 alpha) {
  return Nothing();
}
SDL_Surface *SDL_CreateRGBSurfaceFrom(void *pixels, int width, int height, int depth, int pitch, Uint32 red,
                                      Uint32 green, Uint32 blue, Uint32 alpha) {
  return Nothing();
}
SDL_Surface *SDL_ConvertSurfaceFormat(SDL_Surface *surface, Uint32 format, Uint32 flags) { return Nothing(); }
int SDL_LockSurface(SDL_Surface *surface) { return SDL_Unsupported(); }
void SDL_UnlockSurface(SDL_Surface *surface) {}
void SDL_FreeSurface(SDL_Surface *surface) {}
int SDL_CalculateBlit(SDL_Surface *surface) { return SDL_Unsupported(); }

int SDL_GetRendererOutputSize(SDL_Renderer *renderer, int *width, int *height) { return SDL_Unsupported(); }

int SDL_NumJoysticks(void) { return 0; }
SDL_bool SDL_IsGameController(int index) { return SDL_FALSE; }
SDL_GameController *SDL_GameControllerOpen(int index) { return Nothing(); }
void SDL_GameControllerClose(SDL_GameController *controller) {}
Uint8 SDL_GameControllerGetButton(SDL_GameController *controller, SDL_GameControllerButton button) { return 0; }
Sint16 SDL_GameControllerGetAxis(SDL_GameController *controller, SDL_GameControllerAxis axis) { return 0; }
