public import Diagnostics

extension Message {
  static let storeAbsent = Message(
    "PX8001", .error, zh: "“{path}”没有案卷库；用 round open 建立一个",
    en: "there is no store at “{path}”; round open makes one")
  static let storeForeign = Message(
    "PX8002", .error, zh: "“{path}”不是案卷库", en: "“{path}” is not a store")
  static let storeNewer = Message(
    "PX8003", .error, zh: "“{path}”由更新的程序写成（格式 {format}），这个程序只懂到格式 {own}",
    en: "“{path}” was written by a later program (format {format}); this one knows formats up to {own}")
  static let storeBusy = Message(
    "PX8004", .error, zh: "“{path}”一直有人在写，什么也没有记下；请稍后再试",
    en: "somebody else kept writing to “{path}”; nothing was recorded, try again")
  static let storeFull = Message(
    "PX8005", .error, zh: "磁盘已满，“{path}”什么也没有记下", en: "the disk is full; nothing was recorded in “{path}”")
  static let storeReadOnly = Message(
    "PX8006", .error, zh: "“{path}”不可写，什么也没有记下", en: "“{path}” cannot be written; nothing was recorded")
  static let storeDamaged = Message(
    "PX8007", .error, zh: "“{path}”已损坏，读不下去；用 audit verify 查看到哪一条为止完好",
    en: "“{path}” is damaged and cannot be read on; audit verify says up to which entry it is sound")
  static let commandReused = Message(
    "PX8008", .error, zh: "命令编号“{id}”已用于另一个动作", en: "the command id “{id}” belongs to another act")
  static let alreadyClaimed = Message(
    "PX8009", .error, zh: "同一对象在同一奖项同一年度已有案卷", en: "this nominee has a case for this award and year already")
  static let boxKeyLost = Message(
    "PX8010", .error, zh: "“{path}”旁的票箱钥匙不见了，票箱谁也打不开；请休会后重新投票",
    en: "the key to the ballot box beside “{path}” is gone, so that nobody can open it; adjourn and vote again")
  static let storeOther = Message(
    "PX8011", .error, zh: "“{path}”读写失败（SQLite {code}），什么也没有记下",
    en: "“{path}” could not be read or written (SQLite {code}); nothing was recorded")

  static let storeNoPlace = Message(
    "PX8012", .error, zh: "在“{path}”建不了案卷库：没有这个文件夹，或没有权限",
    en: "no store can be made at “{path}”: there is no such folder, or no permission")
  static let storeUnreadable = Message(
    "PX8013", .error, zh: "打不开“{path}”：它是文件夹，或没有权限",
    en: "“{path}” cannot be opened: it is a folder, or there is no permission")

  static let storeRuined = Message(
    "PX8017", .error, zh: "“{path}”已损坏，打不开，一条也读不出；请用备份恢复",
    en: "“{path}” is damaged and cannot be opened; not one entry can be read. Restore it from a backup")
  static let documentDamaged = Message(
    "PX8018", .error, zh: "“{path}”里存档的“{name}”缺失或被改过，不能据以办理；请用备份恢复案卷库",
    en: "“{name}” as it was stored in “{path}” is gone or was changed, and nothing can rest on it; restore a backup")
  static let storeBusyForReaders = Message(
    "PX8014", .error, zh: "“{path}”一直被占用，没有读成；请稍后再试",
    en: "somebody else kept “{path}” locked, so that it could not be read; try again")
  static let storeUnfinished = Message(
    "PX8015", .error, zh: "“{path}”旁的 -wal 里还有没并进去的记录，而这里没有写权限，读不全；请由有写权限的账户先读一次",
    en:
      "entries in the -wal file beside “{path}” have not been put into it yet, and that takes a permission to write; let an account that may write read it once"
  )
  static let storeUnreadableNow = Message(
    "PX8016", .error, zh: "“{path}”读取失败（SQLite {code}）", en: "“{path}” could not be read (SQLite {code})")

  public static let allStoreMessages: [Message] = [
    storeNoPlace, storeUnreadable, storeRuined, documentDamaged, storeBusyForReaders, storeUnfinished,
    storeUnreadableNow,
    storeAbsent, storeForeign, storeNewer, storeBusy, storeFull, storeReadOnly, storeDamaged, commandReused,
    alreadyClaimed, boxKeyLost, storeOther,
  ]
}
