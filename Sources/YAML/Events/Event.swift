import CYamlSys

/// One step through a text. Places are in code points.
struct Event {
  enum Kind {
    case documentStart, documentEnd
    case alias(String)
    case scalar(String, Scalar.Style)
    case sequenceStart, sequenceEnd
    case mappingStart, mappingEnd
    case streamStart, streamEnd
  }

  let kind: Kind
  let anchor: String?
  let tag: String?
  let start: Int
  let end: Int
}

extension Event {
  init(_ raw: yaml_event_t) {
    start = Int(raw.start_mark.index)
    end = Int(raw.end_mark.index)
    switch raw.type {
    case YAML_SCALAR_EVENT:
      let data = raw.data.scalar
      kind = .scalar(text(data.value, data.length), Scalar.Style(data.style))
      anchor = optionalText(data.anchor)
      tag = optionalText(data.tag)
    case YAML_SEQUENCE_START_EVENT:
      kind = .sequenceStart
      anchor = optionalText(raw.data.sequence_start.anchor)
      tag = optionalText(raw.data.sequence_start.tag)
    case YAML_MAPPING_START_EVENT:
      kind = .mappingStart
      anchor = optionalText(raw.data.mapping_start.anchor)
      tag = optionalText(raw.data.mapping_start.tag)
    default:
      kind = Self.bareKind(raw)
      anchor = nil
      tag = nil
    }
  }

  private static func bareKind(_ raw: yaml_event_t) -> Kind {
    switch raw.type {
    case YAML_DOCUMENT_START_EVENT: .documentStart
    case YAML_DOCUMENT_END_EVENT: .documentEnd
    case YAML_ALIAS_EVENT: .alias(optionalText(raw.data.alias.anchor) ?? "")
    case YAML_SEQUENCE_END_EVENT: .sequenceEnd
    case YAML_MAPPING_END_EVENT: .mappingEnd
    case YAML_STREAM_START_EVENT: .streamStart
    default: .streamEnd
    }
  }
}

extension Scalar.Style {
  fileprivate init(_ style: yaml_scalar_style_t) {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: self = .literal
    case YAML_FOLDED_SCALAR_STYLE: self = .folded
    default: self = .plain
    }
  }
}

/// By length: an escaped NUL may stand in the middle.
private func text(_ start: UnsafeMutablePointer<yaml_char_t>?, _ length: Int) -> String {
  String(decoding: UnsafeBufferPointer(start: start, count: start == nil ? 0 : length), as: UTF8.self)
}

private func optionalText(_ start: UnsafeMutablePointer<yaml_char_t>?) -> String? {
  start.map { String(cString: $0) }
}
