/* sscanf() for what Dear ImGui's renderer reads with it, the numbers of a version ("#version %d"): the C
   library's reads all kinds of numbers and weighs twenty times as much. Settings, which Dear ImGui reads with
   it too, are never loaded here. What is not %d ends the reading. */
#include <stdarg.h>
#include <stdlib.h>

int sscanf(const char *text, const char *format, ...) {
  va_list out;
  int found = 0;
  va_start(out, format);
  while (*format) {
    if (*format != '%') {
      if (*format++ != *text++) break;
      continue;
    }
    if (format[1] != 'd') break;
    char *end;
    const long number = strtol(text, &end, 10);
    if (end == text) break;
    *va_arg(out, int *) = (int)number;
    ++found;
    text = end;
    format += 2;
  }
  va_end(out);
  return found;
}
