/// How papers look: A4 with the type area of GB/T 9704-2012 (156 mm by 225 mm, 22 lines of 28 characters).
enum PaperStyle {
  static func text(_ kind: Paper.Kind) -> String {
    switch kind {
    case .official: common + official + print
    case .form: common + form + print
    case .report: common + report + print
    }
  }

  /// 天头 37 mm, 订口 28 mm; what is left is 26 mm and 35 mm.
  private static let common = """
    @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
    @page :right { @bottom-right { content: "— " counter(page) " —"; font: 14pt "宋体", "SimSun", "Noto Serif CJK SC", serif; \
    padding-right: 5mm; vertical-align: top; padding-top: 7mm; } }
    @page :left { @bottom-left { content: "— " counter(page) " —"; font: 14pt "宋体", "SimSun", "Noto Serif CJK SC", serif; \
    padding-left: 5mm; vertical-align: top; padding-top: 7mm; } }
    * { box-sizing: border-box; }
    body { margin: 0; color: #000; background: #e9ebee;
      font-family: "仿宋_GB2312", "仿宋", FangSong, STFangsong, "FandolFang R", "Noto Serif CJK SC", "Songti SC", serif; }
    main { width: 210mm; margin: 8mm auto; padding: 37mm 26mm 35mm 28mm; background: #fff; box-shadow: 0 1px 6px #0003; }
    p { margin: 0; }
    h1 { font-weight: normal; text-align: center; text-wrap: balance;
      font-family: "方正小标宋简体", "方正小标宋_GBK", FZXiaoBiaoSong-B05S, "小标宋", "华文中宋", STZhongsong, \
    "Noto Serif CJK SC", SimSun, serif; }
    table { border-collapse: collapse; width: calc(100% - 0.6mm); font-size: 12pt; line-height: 1.4; letter-spacing: 0; }
    th, td { border: 0.3mm solid #000; padding: 1mm 1.6mm; text-align: left; vertical-align: middle;
      overflow-wrap: break-word; }
    th { font-weight: normal; text-align: center; font-family: "黑体", SimHei, "Noto Sans CJK SC", sans-serif; }
    td.number { text-align: right; font-variant-numeric: tabular-nums; }
    thead { display: table-header-group; }
    tr { break-inside: avoid; }
    .caution { text-indent: 0; border: 0.4mm solid #b00; color: #b00; padding: 2mm 3mm; margin: 3mm 0; }
    .page { break-after: page; }
    figure { margin: 5mm 0; break-inside: avoid; text-align: center; }
    figure svg { max-width: 100%; height: auto; }
    figcaption { font-size: 12pt; line-height: 1.5; }
    .signers { display: flex; flex-wrap: wrap; gap: 6mm 0; margin-top: 12mm; text-indent: 0; }
    .signers span { flex: 0 0 50%; }
    .nb { white-space: nowrap; }
    .seal { text-align: right; vertical-align: bottom; }

    """

  /// On paper the margins are those of the page.
  private static let print = """

    @media print { body { background: none; } main { width: auto; margin: 0; padding: 0; box-shadow: none; } }
    """

  /// 3 号 is 16 pt; the pitch of 28 characters is 5.571 mm, that of 22 lines 10.227 mm.
  private static let official = """
    body { font-size: 16pt; line-height: 10.227mm; letter-spacing: -0.073mm; text-align: justify; }
    p { text-indent: 2em; }
    .flush, .caution { text-indent: 0; }
    .entry { text-indent: 2em; }
    h1 { font-size: 22pt; line-height: 12.5mm; letter-spacing: 0; margin: 0 0 10.227mm; break-after: avoid; }
    h2, h3, h4 { font-size: 16pt; margin: 0; text-indent: 2em; break-after: avoid; }
    h2 { font-weight: normal; font-family: "黑体", SimHei, "Noto Sans CJK SC", sans-serif; }
    h3 { font-weight: normal; font-family: "楷体_GB2312", "楷体", KaiTi, STKaiti, "Noto Serif CJK SC", serif; }
    .mark { text-align: center; margin-bottom: 14mm; }
    .mark p { text-indent: 0; }
    .mark .organ { color: #d7000f; line-height: 16mm; letter-spacing: 0; padding: 12mm 0 10mm; text-wrap: balance;
      font-family: "方正小标宋简体", FZXiaoBiaoSong-B05S, "小标宋", "华文中宋", STZhongsong, "Noto Serif CJK SC", serif; }
    .mark hr { border: 0; border-top: 0.7mm solid #d7000f; margin: 2mm 0 0; }
    .attachments { margin-top: 10.227mm; }
    .attachments p { padding-left: 5em; text-indent: -3em; }
    .attachments p + p { padding-left: 6.1em; text-indent: -1.1em; }
    .signature { display: flex; justify-content: flex-end; margin-top: 20.45mm; break-inside: avoid; }
    .signature div { padding-right: 4em; text-align: center; }
    .signature p { text-indent: 0; }
    .annex { text-indent: 0; break-before: page; font-family: "黑体", SimHei, "Noto Sans CJK SC", sans-serif; margin-bottom: 10.227mm; }
    footer { margin-top: 16mm; border-top: 0.35mm solid #000; border-bottom: 0.35mm solid #000; font-size: 14pt; line-height: 9mm;
      break-inside: avoid; }
    footer p { text-indent: 0; padding: 0 1em; }
    footer p + p { border-top: 0.25mm solid #000; }
    """

  private static let form = """
    @page { margin: 20mm 20mm 20mm 25mm; }
    main { padding: 20mm 20mm 20mm 25mm; }
    body { font-size: 12pt; line-height: 1.5; }
    h1 { font-size: 20pt; margin: 0 0 5mm; }
    h2 { font: 14pt "黑体", SimHei, "Noto Sans CJK SC", sans-serif; margin: 5mm 0 2mm; break-after: avoid; }
    h3 { font: 12pt "黑体", SimHei, "Noto Sans CJK SC", sans-serif; margin: 3mm 0 1.5mm; break-after: avoid; }
    table { font-size: 10.5pt; }
    .flush { text-align: center; margin-bottom: 2mm; }
    .signature { display: flex; justify-content: flex-end; }
    """

  private static let report = """
    @page { margin: 25mm 22mm 25mm 25mm; }
    main { padding: 25mm 22mm 25mm 25mm; }
    body { font-size: 14pt; line-height: 1.75; }
    p { text-indent: 2em; }
    .flush, .caution, .signers, table p, figure { text-indent: 0; }
    .entry { text-indent: 0; padding-left: 2em; }
    h1 { font-size: 22pt; line-height: 1.5; margin: 0 0 8mm; }
    h2 { font: 16pt/1.6 "黑体", SimHei, "Noto Sans CJK SC", sans-serif; margin: 6mm 0 2mm; break-after: avoid; }
    h3 { font: 14pt/1.6 "楷体_GB2312", "楷体", KaiTi, STKaiti, "Noto Serif CJK SC", serif; margin: 3mm 0 1mm; break-after: avoid; }
    table { font-size: 10.5pt; margin: 2mm 0 4mm; }
    .annex { font: 14pt "黑体", SimHei, "Noto Sans CJK SC", sans-serif; text-indent: 0; break-before: page; margin-bottom: 5mm; }
    """
}
