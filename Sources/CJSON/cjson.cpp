#include "cjson.h"

#include <simdjson.h>

#include <new>
#include <utility>
#include <vector>

namespace ondemand = simdjson::ondemand;

struct cjson_reader {
  ondemand::parser parser;
  std::vector<cjson_token> tokens;
};

namespace {

/* One text on its way to tokens. */
struct walk {
  cjson_reader &reader;
  ondemand::document &document;
  const char *text;
  size_t length;
  size_t depth_limit;
  /* Behind the last token, for faults of which simdjson does not say where they are. */
  size_t last = 0;

  std::vector<cjson_token> &tokens() { return reader.tokens; }

  size_t add(cjson_kind kind, size_t start, size_t end, bool has_escape = false) {
    size_t index = tokens().size();
    tokens().push_back({uint16_t(kind), has_escape, uint32_t(index + 1), uint32_t(start), uint32_t(end)});
    last = end;
    return index;
  }

  /* A key or a string, from its first quote on. */
  void add_string(cjson_kind kind, size_t start) {
    bool has_escape = false;
    size_t end = start + 1;
    while (end < length && text[end] != '"') {
      if (text[end] == '\\') has_escape = true, end++;
      end++;
    }
    add(kind, start, end < length ? end + 1 : length, has_escape);
  }

  /* Where simdjson stands: at the next token, or at the end of the text. */
  size_t here() {
    const char *location;
    if (document.current_location().get(location)) return length;
    if (location < text) return last;
    return size_t(location - text) < length ? size_t(location - text) : length;
  }

  /* Behind the closing bracket of what has just been walked through: only blanks stand between it and here. */
  size_t end_of_container() {
    size_t end = here();
    while (end > 0 && is_blank(text[end - 1])) end--;
    return end;
  }

  static bool is_blank(char byte) { return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t'; }

  size_t end_of_word(size_t start) const {
    size_t offset = start;
    while (offset < length && !is_blank(text[offset]) && text[offset] != ',' && text[offset] != ']' &&
           text[offset] != '}' && text[offset] != ':')
      offset++;
    return offset;
  }

  cjson_status status(simdjson::error_code error) const {
    switch (error) {
      case simdjson::SUCCESS: return cjson_ok;
      case simdjson::CAPACITY: return cjson_too_large;
      case simdjson::MEMALLOC: return cjson_no_memory;
      case simdjson::DEPTH_ERROR: return cjson_too_deep;
      case simdjson::UTF8_ERROR: return cjson_not_utf8;
      case simdjson::UNCLOSED_STRING: return cjson_unclosed_string;
      case simdjson::UNESCAPED_CHARS: return cjson_control_character;
      case simdjson::INCOMPLETE_ARRAY_OR_OBJECT: return cjson_incomplete;
      case simdjson::EMPTY: return cjson_empty;
      default: return cjson_syntax;
    }
  }

  cjson_status value(ondemand::value value, size_t depth) {
    const char *location;
    if (auto error = value.current_location().get(location)) return status(error);
    size_t start = size_t(location - text);
    if (location < text || start >= length) return cjson_syntax;
    switch (text[start]) {
      case '[': return list(value.get_array(), start, depth);
      case '{': return row(value.get_object(), start, depth);
      case '"': add_string(cjson_string, start); return cjson_ok;
      case ',': case ':': case ']': case '}': return cjson_syntax;
      default: add(cjson_word, start, end_of_word(start)); return cjson_ok;
    }
  }

  cjson_status list(simdjson::simdjson_result<ondemand::array> opened, size_t start, size_t depth) {
    if (depth >= depth_limit) return cjson_too_deep;
    size_t begin = add(cjson_list_begin, start, start + 1);
    ondemand::array array;
    if (auto error = std::move(opened).get(array)) return status(error);
    for (auto element : array) {
      ondemand::value child;
      if (auto error = element.get(child)) return status(error);
      if (auto fault = this->value(child, depth + 1)) return fault;
    }
    close(begin, cjson_list_end);
    return cjson_ok;
  }

  cjson_status row(simdjson::simdjson_result<ondemand::object> opened, size_t start, size_t depth) {
    if (depth >= depth_limit) return cjson_too_deep;
    size_t begin = add(cjson_row_begin, start, start + 1);
    ondemand::object object;
    if (auto error = std::move(opened).get(object)) return status(error);
    for (auto member : object) {
      ondemand::value child;
      if (auto fault = key(member, child)) return fault;
      if (auto fault = this->value(child, depth + 1)) return fault;
    }
    close(begin, cjson_row_end);
    return cjson_ok;
  }

  /* Adds the key of a member and gives its value. */
  cjson_status key(simdjson::simdjson_result<ondemand::field> &member, ondemand::value &child) {
    ondemand::raw_json_string name;
    if (auto error = member.key().get(name)) return status(error);
    add_string(cjson_key, size_t(name.raw() - 1 - text));
    return status(member.value().get(child));
  }

  void close(size_t begin, cjson_kind kind) {
    size_t end = end_of_container();
    add(kind, end - 1, end);
    tokens()[begin].next = uint32_t(tokens().size());
    tokens()[begin].end = uint32_t(end);
  }

  cjson_status trailing() { return here() < length ? cjson_trailing : cjson_ok; }

  /* The whole text as one value. */
  cjson_status whole() {
    ondemand::json_type type;
    if (auto error = document.type().get(type)) return status(error);
    size_t start = here();
    if (type == ondemand::json_type::array) {
      if (auto fault = list(document.get_array(), start, 0)) return fault;
    } else if (type == ondemand::json_type::object) {
      if (auto fault = row(document.get_object(), start, 0)) return fault;
    } else {
      return cjson_scalar;
    }
    return trailing();
  }

  /* The elements of the list of records. */
  cjson_status each(cjson_visit visit, void *context, bool *found) {
    ondemand::json_type type;
    if (auto error = document.type().get(type)) return status(error);
    if (type == ondemand::json_type::array) {
      ondemand::array array;
      if (auto error = document.get_array().get(array)) return status(error);
      *found = true;
      if (auto fault = elements(array, 1, visit, context)) return fault;
      return trailing();
    }
    if (type != ondemand::json_type::object) return cjson_scalar;
    ondemand::object object;
    if (auto error = document.get_object().get(object)) return status(error);
    for (auto member : object)
      if (auto fault = this->member(member, visit, context, found)) return fault;
    return trailing();
  }

  cjson_status elements(ondemand::array &array, size_t depth, cjson_visit visit, void *context) {
    for (auto element : array) {
      ondemand::value child;
      if (auto error = element.get(child)) return status(error);
      tokens().clear();
      if (auto fault = value(child, depth)) return fault;
      visit(context, cjson_element, tokens().data(), tokens().size());
    }
    return cjson_ok;
  }

  cjson_status member(
    simdjson::simdjson_result<ondemand::field> &member, cjson_visit visit, void *context, bool *found) {
    ondemand::value child;
    tokens().clear();
    if (auto fault = key(member, child)) return fault;
    cjson_token name = tokens()[0];
    ondemand::json_type type;
    if (auto error = child.type().get(type)) return status(error);
    std::string_view written(text + name.start, name.end - name.start);
    if (type == ondemand::json_type::array && written == "\"records\"") {
      ondemand::array array;
      if (auto error = child.get_array().get(array)) return status(error);
      *found = true;
      return elements(array, 2, visit, context);
    }
    if (auto fault = value(child, 1)) return fault;
    visit(context, cjson_member, tokens().data(), tokens().size());
    return cjson_ok;
  }
};

/* Opens the text and lets `body` walk it; nothing that C++ throws leaves here. */
template <typename Body>
cjson_status with_document(
  cjson_reader *reader, const char *text, size_t length, size_t depth, size_t *fault, Body body) {
  *fault = 0;
  if (length >= UINT32_MAX - cjson_padding) return cjson_too_large;
  try {
    reader->tokens.clear();
    ondemand::document document;
    walk steps{*reader, document, text, length, depth};
    auto view = simdjson::padded_string_view(text, length, length + cjson_padding);
    if (auto error = reader->parser.iterate(view).get(document)) return steps.status(error);
    cjson_status status = body(steps);
    if (status != cjson_ok) *fault = steps.here();
    return status;
  } catch (...) {
    return cjson_no_memory;
  }
}

}  // namespace

cjson_reader *cjson_open(void) { return new (std::nothrow) cjson_reader(); }

void cjson_close(cjson_reader *reader) { delete reader; }

cjson_status cjson_read(
  cjson_reader *reader, const char *text, size_t length, size_t depth, const cjson_token **tokens, size_t *count,
  size_t *fault) {
  cjson_status status =
    with_document(reader, text, length, depth, fault, [](walk &steps) { return steps.whole(); });
  *tokens = reader->tokens.data();
  *count = reader->tokens.size();
  return status;
}

cjson_status cjson_each(
  cjson_reader *reader, const char *text, size_t length, size_t depth, cjson_visit visit, void *context, bool *found,
  size_t *fault) {
  *found = false;
  return with_document(reader, text, length, depth, fault, [&](walk &steps) {
    return steps.each(visit, context, found);
  });
}

bool cjson_is_utf8(const char *text, size_t length) { return simdjson::validate_utf8(text, length); }
