/* simdjson's On-Demand parser behind a C face. Numbers stay the text that they are. */
#ifndef PINGXUAN_CJSON_H
#define PINGXUAN_CJSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Bytes that must be readable behind every text, whatever they hold. */
enum { cjson_padding = 64 };

typedef enum cjson_kind {
  cjson_list_begin,
  cjson_list_end,
  cjson_row_begin,
  cjson_row_end,
  cjson_key,
  cjson_string,
  /* A number, true, false, null, or anything else without quotes: it is not looked into. */
  cjson_word,
} cjson_kind;

/* A piece of a text. Offsets are bytes from the beginning of the text. */
typedef struct cjson_token {
  uint16_t kind;
  /* Of a key or a string: whether there is a backslash in it. */
  bool has_escape;
  /* Of a beginning: the index of the token behind its end. Else the index of the next token. */
  uint32_t next;
  uint32_t start;
  /* Of a beginning: behind the closing bracket. */
  uint32_t end;
} cjson_token;

typedef enum cjson_status {
  cjson_ok,
  cjson_syntax,
  cjson_too_deep,
  cjson_too_large,
  cjson_not_utf8,
  cjson_unclosed_string,
  cjson_control_character,
  cjson_empty,
  /* The text does not end with the bracket that closes it. */
  cjson_incomplete,
  cjson_trailing,
  /* The text is a single word or string. */
  cjson_scalar,
  cjson_no_memory,
} cjson_status;

typedef struct cjson_reader cjson_reader;

cjson_reader *cjson_open(void);
void cjson_close(cjson_reader *reader);

/* Reads one list or row. The tokens are the reader's, until it reads again. `fault` is where reading stopped. */
cjson_status cjson_read(
  cjson_reader *reader, const char *text, size_t length, size_t depth, const cjson_token **tokens, size_t *count,
  size_t *fault);

/* What `cjson_each` has found: an element of the list of records, or another member of the row around it (its key,
   then its value). */
typedef enum cjson_part { cjson_element, cjson_member } cjson_part;
typedef void (*cjson_visit)(void *context, cjson_part part, const cjson_token *tokens, size_t count);

/* Reads a list, or a row one of whose members is the list `records`, an element at a time. What was visited before a
   fault stays visited. `found` is whether there was such a list. */
cjson_status cjson_each(
  cjson_reader *reader, const char *text, size_t length, size_t depth, cjson_visit visit, void *context, bool *found,
  size_t *fault);

bool cjson_is_utf8(const char *text, size_t length);

#ifdef __cplusplus
}
#endif
#endif
