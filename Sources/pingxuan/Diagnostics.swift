import Diagnostics

/// What the command itself can say, beside what it is asked for.
extension Message {
  static let unwritable = Message(
    "PX9001", .error, zh: "无法写入“{path}”：{cause_zh}", en: "cannot write “{path}”: {cause_en}")
  static let outputFailed = Message(
    "PX9002", .error, zh: "无法写出结果：{cause_zh}", en: "cannot write the results: {cause_en}")

  static let nothingToCheck = Message(
    "PX9003", .error, zh: "“{paths}”里没有 .yaml 文件，没有可查的",
    en: "there are no .yaml files in “{paths}”, and nothing to check")

  static let allCommandMessages: [Message] = [unwritable, outputFailed, nothingToCheck]
}
