#include <stddef.h>

// Reads a text with libyaml's event loop alone and throws the events away: the peer that YAML loading is held against.
// Returns the number of events, or -1 when the text is not YAML.
long event_loop(const unsigned char *text, size_t size);
