import Materiality
import PackageContents

/// How the review page looks: system fonts, few colours, and nothing that only a colour says.
enum PageStyle {
    /// Nothing may be loaded, sent or run; only this style applies, which its digest names (CSP 3, "style-src").
    static let contentSecurityPolicy =
        "default-src 'none'; style-src 'sha256-\(digest)'; base-uri 'none'; form-action 'none'"

    private static let digest = Base64.text(hexadecimal: ContentDigest.sha256(Array(css.text.utf8)))

    static let css =
        CSS(look)
        + CSS(
            "body:has(#show-class-%:not(:checked)) .change[data-class=\"%\"] { display: none; }",
            forEach: MaterialityClass.allCases.map(\.rawValue))
        + CSS(
            "body:has(#show-part-%:not(:checked)) .part[data-part=\"%\"] { display: none; }",
            forEach: ChangeCategory.allCases.map(\.rawValue))

    private static let look: StaticString = """
        :root {
          color-scheme: light dark;
          --page: #fbfbfa; --card: #ffffff; --text: #1d2126; --muted: #5b636d; --line: #dfe2e6; --link: #1a56a8;
          --critical: #a3151f; --critical-soft: #fdeceb; --material: #8a4b00; --material-soft: #fdf1de;
          --minor: #1f5f8b; --minor-soft: #e6f1f9; --none: #565e68; --none-soft: #edeff1;
          --removed: #fff0ee; --removed-word: #ffcfc9; --removed-text: #7d1a12;
          --added: #eaf7ee; --added-word: #b7e6c4; --added-text: #0d5128;
          --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif;
          --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --page: #14171a; --card: #1b1f24; --text: #e4e7ea; --muted: #9aa4af; --line: #323940; --link: #83b6f5;
            --critical: #ff9c94; --critical-soft: #3d1a1b; --material: #f2bd6b; --material-soft: #382710;
            --minor: #8cc4ee; --minor-soft: #152c3d; --none: #a7b0ba; --none-soft: #282e35;
            --removed: #2f1b1c; --removed-word: #6b2a29; --removed-text: #ffc9c3;
            --added: #16291e; --added-word: #21592f; --added-text: #b5edc5;
          }
        }
        * { box-sizing: border-box; }
        html { scroll-padding-top: 5rem; -webkit-text-size-adjust: 100%; }
        body {
          margin: 0 auto; padding: 0 1.25rem 3rem; max-width: 76rem;
          background: var(--page); color: var(--text); font: 1rem/1.55 var(--sans);
        }
        h1, h2, h3, h4 { line-height: 1.25; font-weight: 650; margin: 0; text-wrap: balance; }
        h1 { font-size: 1.75rem; letter-spacing: -0.01em; }
        h2 { font-size: 1.25rem; }
        h3 { font-size: 1.125rem; }
        p { margin: 0; }
        a { color: var(--link); text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
        a:hover { text-decoration-thickness: 2px; }
        :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px; }
        main:focus { outline: none; }
        code { font: 0.875em/1.5 var(--mono); overflow-wrap: anywhere; }
        .skip { position: absolute; left: -100rem; top: 0.5rem; padding: 0.5rem 1rem; background: var(--card); z-index: 2; }
        .skip:focus { left: 1rem; }
        .spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

        .top { padding: 2rem 0 0.5rem; }
        .eyebrow { color: var(--muted); font-size: 0.875rem; margin-bottom: 0.5rem; }
        .verdict + .verdict, h1 + .verdict { margin-top: 1.5rem; }
        .columns { display: grid; gap: 1.5rem 3rem; margin-top: 1rem; }
        .columns > * { min-width: 0; }
        .class .badge { font-size: 1rem; padding: 0.25rem 0.9rem; }
        .meaning { margin-top: 0.75rem; font-size: 1.0625rem; max-width: 42rem; }
        .counts { margin-top: 0.15rem; color: var(--muted); }
        .takes { margin-top: 1.25rem; font-weight: 650; }
        .requirements { align-items: baseline; gap: 0.5rem 1rem; margin: 0.35rem 0 0; max-width: 46rem; }
        .requirements dt { color: var(--muted); }
        .requirements dd { display: flex; flex-wrap: wrap; gap: 0.35rem; align-items: baseline; }
        .chip { padding: 0.05rem 0.5rem; border: 1px solid var(--line); border-radius: 4px; background: var(--card); font-size: 0.9375rem; }
        .note { margin-top: 1.25rem; padding: 0.6rem 0.9rem; border: 1px solid var(--line); border-radius: 6px; font-size: 0.875rem; color: var(--muted); }
        .note strong { color: var(--text); }

        .badge {
          display: inline-block; padding: 0.1rem 0.55rem; border-radius: 1rem; white-space: nowrap;
          font-size: 0.8125rem; font-weight: 650; line-height: 1.5;
          color: var(--none); background: var(--none-soft); border: 1px solid currentColor;
        }
        .badge[data-class="critical"], .badge[data-class="removed"] { color: var(--critical); background: var(--critical-soft); }
        .badge[data-class="material"] { color: var(--material); background: var(--material-soft); }
        .badge[data-class="minor"], .badge[data-class="initial"] { color: var(--minor); background: var(--minor-soft); }

        .matrix { border-collapse: collapse; font-size: 0.9375rem; align-self: start; font-variant-numeric: tabular-nums; }
        .matrix caption { text-align: left; font-weight: 650; padding-bottom: 0.35rem; }
        .matrix th { font-weight: 400; text-align: left; padding: 0.3rem 0.75rem 0.3rem 0; }
        .matrix thead th { color: var(--muted); font-size: 0.8125rem; text-align: right; padding-left: 0.5rem; }
        .matrix td { text-align: right; padding: 0.3rem 0.75rem 0.3rem 0.5rem; font-weight: 650; }
        .matrix tbody tr { border-top: 1px solid var(--line); }
        .matrix .zero { color: var(--muted); font-weight: 400; }
        .matrix td[data-class="critical"] { color: var(--critical); }
        .matrix td[data-class="material"] { color: var(--material); }
        .matrix td[data-class="minor"] { color: var(--minor); }

        .filter {
          display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; margin: 1.5rem -1.25rem 0; padding: 0.6rem 1.25rem;
          background: var(--page); border-block: 1px solid var(--line);
        }
        .filter fieldset { display: flex; flex-wrap: wrap; align-items: center; gap: 0.35rem; border: 0; margin: 0; padding: 0; min-width: 0; }
        .filter legend { float: left; padding: 0 0.35rem 0 0; font-size: 0.8125rem; color: var(--muted); }
        .filter label { display: inline-flex; align-items: center; gap: 0.4rem; padding: 0.15rem 0.65rem 0.15rem 0.5rem; border: 1px solid var(--line); border-radius: 1rem; background: var(--card); font-size: 0.875rem; cursor: pointer; }
        .filter label:has(:focus-visible) { outline: 3px solid var(--link); outline-offset: 2px; }
        .filter input { margin: 0; accent-color: var(--link); }
        .filter input:focus-visible { outline: none; }
        .filter small { color: var(--muted); }
        @supports not selector(:has(a)) { .filter { display: none; } }

        .system > h2 { margin-top: 3rem; font-size: 1.4375rem; }
        .part { margin-top: 2.5rem; }
        .part > .heading { padding-bottom: 0.4rem; border-bottom: 2px solid var(--text); }
        .change, .file { margin-top: 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
        .change { padding: 1rem 1.25rem 0.9rem; border-left-width: 4px; }
        .change[data-class="critical"] { border-left-color: var(--critical); }
        .change[data-class="material"] { border-left-color: var(--material); }
        .change[data-class="minor"] { border-left-color: var(--minor); }
        .title { font-size: 1rem; font-weight: 600; text-wrap: pretty; }
        .title .badge { margin-right: 0.25rem; }
        .subject { margin-top: 0.35rem; font-size: 0.875rem; color: var(--muted); }
        .subject code { font-size: 0.8125rem; }
        .remark { margin-top: 0.6rem; font-size: 0.9375rem; color: var(--muted); max-width: 46rem; }
        .place { margin-top: 0.6rem; font: 0.8125rem/1.6 var(--mono); overflow-wrap: anywhere; color: var(--muted); }
        .out { font-family: var(--sans); }

        del, ins { text-decoration-thickness: 1px; text-underline-offset: 0.2em; border-radius: 2px; }
        del { background: var(--removed-word); color: var(--removed-text); text-decoration-line: line-through; }
        ins { background: var(--added-word); color: var(--added-text); text-decoration-line: underline; }
        del::before, del::after, ins::before, ins::after { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        del::before { content: " [removed: "; }
        ins::before { content: " [added: "; }
        del::after, ins::after { content: "] "; }
        .step { margin-top: 0.75rem; font: 1rem/1.6 var(--mono); overflow-wrap: anywhere; }
        .step del, .step ins { padding: 0.1rem 0.4rem; text-decoration: none; }
        .step .arrow { color: var(--muted); padding: 0 0.35rem; }
        .words del + ins { margin-left: 0.2em; }
        .words { margin-top: 0.75rem; padding: 0.6rem 0.85rem; border: 1px solid var(--line); border-radius: 6px; background: var(--page); }
        .words p { white-space: pre-wrap; overflow-wrap: anywhere; }
        .gone, .come { padding-left: 1.25rem; position: relative; }
        .gone::before, .come::before { position: absolute; left: 0.25rem; }
        .gone { background: var(--removed); }
        .gone::before { content: "\\2212"; color: var(--removed-text); }
        .come { background: var(--added); }
        .come::before { content: "+"; color: var(--added-text); }
        .gone del, .come ins { background: none; color: inherit; text-decoration: none; }
        .omitted { color: var(--muted); }

        .scale { display: block; max-width: 100%; height: auto; margin-top: 0.75rem; }
        .scale text { font: 13px var(--sans); fill: var(--muted); }
        .scale .now { fill: var(--text); font-weight: 650; }
        .scale .end { font-size: 12px; }
        .scale .axis { stroke: var(--muted); stroke-width: 1.5; opacity: 0.6; }
        .scale .step { stroke: var(--none); stroke-width: 5; opacity: 0.7; }
        .scale circle { stroke: var(--none); stroke-width: 2.5; fill: var(--card); }
        .scale circle.rung { stroke: none; fill: var(--muted); }
        .scale circle.now { fill: var(--none); }
        .scale.loosened .step, .scale.loosened circle:not(.rung) { stroke: var(--critical); }
        .scale.loosened circle.now { fill: var(--critical); }
        .scale.tightened .step, .scale.tightened circle:not(.rung) { stroke: var(--minor); }
        .scale.tightened circle.now { fill: var(--minor); }

        .file { overflow: clip; }
        .name { padding: 0.75rem 1.25rem 0; font: 600 0.9375rem/1.4 var(--mono); overflow-wrap: anywhere; }
        .objects { padding: 0.15rem 1.25rem 0.75rem; font-size: 0.8125rem; color: var(--muted); }
        .file > p:not(.objects), .file > dl { padding: 0 1.25rem 1rem; }
        .sides { font: 0.8125rem/1.6 var(--mono); border-top: 1px solid var(--line); }
        .row { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
        .row > .new { border-left: 1px solid var(--line); }
        .names { font-family: var(--sans); color: var(--muted); border-bottom: 1px solid var(--line); }
        .names > div { padding: 0.3rem 1rem; }
        .row.changed .line { background: none; }
        .row.changed > .old:has(.line) { background: var(--removed); }
        .row.changed > .new:has(.line) { background: var(--added); }
        .line { display: grid; grid-template-columns: 3.25rem minmax(0, 1fr); min-height: 1.6em; }
        .number { text-align: right; padding-right: 0.6rem; color: var(--muted); user-select: none; }
        .changed .old .number::before { content: "\\2212"; float: left; padding-left: 0.5rem; color: var(--removed-text); }
        .changed .new .number::before { content: "+"; float: left; padding-left: 0.5rem; color: var(--added-text); }
        .text { white-space: pre-wrap; overflow-wrap: anywhere; padding-right: 0.75rem; }
        .line:target { box-shadow: inset 3px 0 var(--link); background: var(--minor-soft); }
        .fold { border-block: 1px solid var(--line); font-family: var(--sans); color: var(--muted); }
        p.fold, .fold > summary { padding: 0.25rem 1rem; }
        .fold > summary { cursor: pointer; background: var(--page); }
        .fold > summary:hover { color: var(--text); }
        .fold > .row { font-family: var(--mono); color: var(--text); }

        footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: 0.875rem; color: var(--muted); }
        footer h2 { font-size: 1rem; color: var(--text); }
        footer p { max-width: 46rem; }
        dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.2rem 1rem; margin: 0.5rem 0 1rem; }
        dd { margin: 0; overflow-wrap: anywhere; }

        @media (min-width: 60rem) {
          .columns:has(.matrix) { grid-template-columns: minmax(0, 1fr) max-content; }
          .filter { position: sticky; top: 0; z-index: 1; }
        }
        @media (max-width: 48rem) {
          body { padding-inline: 1rem; }
          h1 { font-size: 1.4375rem; }
          .filter { margin-inline: -1rem; padding-inline: 1rem; }
          .filter label { padding-block: 0.35rem; }
          .change { padding-inline: 1rem; }
          .matrix { width: 100%; }
          .row { grid-template-columns: minmax(0, 1fr); }
          .row > .new { border-left: 0; }
          .row.same > .old, .names { display: none; }
          .line { grid-template-columns: 2.75rem minmax(0, 1fr); }
          .name, .objects, .file > p:not(.objects), .file > dl { padding-inline: 1rem; }
        }
        @media print {
          :root {
            --page: #fff; --card: #fff; --text: #000; --muted: #444; --line: #bbb; --link: #000;
            --critical: #8c0f18; --material: #7a4200; --minor: #174d73; --none: #444;
            --critical-soft: #fff; --material-soft: #fff; --minor-soft: #fff; --none-soft: #fff;
            --removed: #fff; --added: #fff; --removed-word: #f5dcd9; --added-word: #d9eede;
            --removed-text: #5c120c; --added-text: #08391b;
          }
          html { font-size: 10pt; }
          body { max-width: none; padding: 0; }
          .filter, .skip { display: none; }
          .change, .verdict, .row { break-inside: avoid; }
          h2, h3, h4 { break-after: avoid; }
          del, ins { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }
        """
}
