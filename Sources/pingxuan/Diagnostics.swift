import Diagnostics

/// What the command itself can say, beside what it is asked for.
extension Message {
  static let unwritable = Message(
    "PX9001", .error, zh: "无法写入“{path}”：{cause_zh}", en: "cannot write “{path}”: {cause_en}")
  static let outputFailed = Message(
    "PX9002", .error, zh: "无法写出结果：{cause_zh}", en: "cannot write the results: {cause_en}")

  static let allCommandMessages: [Message] = [unwritable, outputFailed]
}
