/// How the packet looks, on a screen and on paper.
enum PacketStyle {
  static let text = """
    :root { --ink: #1f2328; --soft: #59636e; --line: #d7dce2; --wash: #f5f6f8; --red: #b3261e; --green: #1a6e3c;
      --amber: #8a5a00; --blue: #1f5fa8; color-scheme: light; }
    * { box-sizing: border-box; }
    body { margin: 0; color: var(--ink); background: #fff; font: 15px/1.6 "Noto Sans CJK SC", "Source Han Sans SC",
      "Microsoft YaHei", "PingFang SC", SimHei, system-ui, sans-serif; }
    #app { display: flex; flex-direction: column; height: 100vh; }
    header { padding: 14px 24px 0; border-bottom: 1px solid var(--line); }
    h1 { margin: 0; font-size: 21px; }
    h2 { font-size: 17px; margin: 26px 0 8px; }
    h3 { font-size: 15px; margin: 14px 0 4px; }
    .sub { color: var(--soft); margin: 2px 0 10px; display: flex; gap: 18px; flex-wrap: wrap; }
    .internal { color: var(--red); }
    .warning { background: #fff4dd; border: 1px solid #e5c376; padding: 6px 12px; border-radius: 6px; margin: 0 0 8px; }
    nav button { border: 0; background: none; font: inherit; padding: 8px 14px; cursor: pointer; color: var(--soft);
      border-bottom: 3px solid transparent; }
    nav button[aria-selected=true] { color: var(--ink); border-color: var(--red); font-weight: 600; }
    button:focus-visible, input:focus-visible, select:focus-visible, [tabindex]:focus-visible {
      outline: 2px solid var(--blue); outline-offset: 1px; }
    main { padding: 0 24px 16px; flex: 1; min-height: 0; overflow: auto; }
    .browse { display: flex; flex-direction: column; height: 100%; }
    .tools { display: flex; gap: 8px; flex-wrap: wrap; align-items: center; padding: 12px 0; }
    .tools input { flex: 1 1 260px; max-width: 420px; }
    input, select, .plain { font: inherit; padding: 5px 10px; border: 1px solid var(--line); border-radius: 6px;
      background: #fff; color: inherit; }
    .plain { cursor: pointer; }
    .plain:hover { background: var(--wash); }
    .chips { display: flex; gap: 6px; flex-wrap: wrap; padding-bottom: 10px; }
    .chip { font: inherit; font-size: 13px; padding: 2px 11px; border: 1px solid var(--line); border-radius: 999px;
      background: #fff; cursor: pointer; }
    .chip[aria-pressed=true] { background: var(--ink); color: #fff; border-color: var(--ink); }
    .count { color: var(--soft); margin-left: auto; }
    .split { display: grid; grid-template-columns: minmax(0, 1fr); gap: 20px; flex: 1; min-height: 280px; }
    .listing, .pane { min-height: 0; overflow: hidden; }
    .pane:empty { display: none; }
    .split.open { grid-template-columns: minmax(0, 9fr) minmax(0, 10fr); }
    .scroll { height: 100%; overflow: auto; border: 1px solid var(--line);
      border-radius: 8px; position: relative; }
    .grid { display: grid; align-items: center; }
    .head { position: sticky; top: 0; background: var(--wash); border-bottom: 1px solid var(--line); z-index: 1;
      font-weight: 600; font-size: 13px; }
    .head > *, .row > * { padding: 0 10px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
    .head { height: 34px; }
    .row { height: 36px; position: absolute; left: 0; right: 0; border-bottom: 1px solid #eef0f3; cursor: pointer; }
    .row:hover { background: var(--wash); }
    .row[aria-selected=true] { background: #e8f0fb; }
    .n { text-align: right; font-variant-numeric: tabular-nums; }
    .is-good { color: var(--green); } .is-bad { color: var(--red); } .is-open { color: var(--amber); }
    .empty { padding: 30px; text-align: center; color: var(--soft); }
    article { border: 1px solid var(--line); border-radius: 8px; height: 100%; overflow: auto; padding: 0 20px 24px; }
    article .bar { position: sticky; top: 0; background: #fff; padding: 10px 0; display: flex; gap: 8px;
      border-bottom: 1px solid var(--line); margin-bottom: 10px; }
    article .bar .plain:last-child { margin-left: auto; }
    article h1 { font-size: 19px; }
    .conclusion { font-size: 16px; font-weight: 600; margin: 4px 0 8px; }
    details { border-top: 1px solid var(--line); }
    details[open] { padding-bottom: 8px; }
    summary { cursor: pointer; font-weight: 600; padding: 8px 0; }
    .item { display: grid; grid-template-columns: 22px 1fr; padding: 3px 0; }
    .item b { font-weight: 600; margin-right: 8px; }
    .clause { display: inline-block; color: var(--soft); font-size: 13px; margin-left: 8px; }
    .mark-bad { color: var(--red); } .mark-good { color: var(--green); } .mark-open { color: var(--amber); }
    table { border-collapse: collapse; margin: 6px 0 12px; font-size: 13.5px; width: 100%; }
    th, td { border: 1px solid var(--line); padding: 4px 8px; text-align: left; vertical-align: top; }
    th { background: var(--wash); font-weight: 600; }
    figure { margin: 10px 0 24px; max-width: 860px; }
    figcaption { font-weight: 600; margin-bottom: 6px; }
    svg { max-width: 100%; height: auto; display: block; }
    svg text { font-family: inherit; fill: var(--ink); }
    .hash { font-family: ui-monospace, "Noto Sans Mono CJK SC", monospace; font-size: 12px; word-break: break-all; }
    @media (max-width: 900px) {
      .split.open { grid-template-columns: minmax(0, 1fr); }
      .split.open > .listing { display: none; }
    }
    @media print {
      @page { size: A4; margin: 20mm 18mm; }
      body { font-size: 10.5pt; }
      nav, .tools, .chips, .bar { display: none !important; }
      #app, .browse, main, .listing, .pane { display: block; height: auto; overflow: visible; }
      header, main { padding: 0; }
      .split.open { grid-template-columns: minmax(0, 1fr); }
      .split.open > .listing { display: none; }
      .scroll { height: auto; overflow: visible; border: 0; }
      .row { position: static; height: auto; break-inside: avoid; }
      .row > *, .head > * { white-space: normal; }
      .spacer { height: auto !important; }
      article { height: auto; overflow: visible; border: 0; padding: 0; }
      .item, tr, figure { break-inside: avoid; }
      summary { list-style: none; }
      details:not([open]) { display: none; }
    }
    """
}
