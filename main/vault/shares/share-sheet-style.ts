/** How a share's sheet looks: on A4 and on Letter alike, light also where the system is dark. */
export const shareSheetStyle = `
@page { margin: 11mm 16mm; }
:root { color-scheme: only light; --ink: #12181f; --quiet: #4d5661; --navy: #0b2545; --line: #c3c9d1; }
* { box-sizing: border-box; }
html { background: #e9ecf0; }
body {
  width: 178mm; margin: 8mm auto; padding: 11mm 0; background: #fff; color: var(--ink);
  box-shadow: 0 0 0 16mm #fff, 0 1mm 8mm 16mm #0002;
  font: 9.5pt/1.4 "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif;
  overflow-wrap: anywhere; print-color-adjust: exact; -webkit-print-color-adjust: exact;
}
@media print {
  html { background: none; }
  body { width: auto; margin: 0; padding: 0; box-shadow: none; }
}
p, h1, h2, ol, header { margin: 0; }
b { font-weight: 600; }
header {
  display: flex; justify-content: space-between; align-items: baseline; padding-bottom: 2mm;
  border-bottom: 0.6mm solid var(--navy); color: var(--navy);
}
.brand { font: 700 14pt/1 Georgia, "Liberation Serif", serif; letter-spacing: 0.02em; }
.secret { font-size: 8pt; font-weight: 600; letter-spacing: 0.14em; text-transform: uppercase; }
.practice {
  margin-top: 3mm; padding: 1.5mm 3mm; border: 0.4mm solid #8a6d00; background: #ffef99; font-weight: 600;
}
h1 { margin-top: 4.5mm; font: 400 21pt/1.15 Georgia, "Liberation Serif", serif; color: var(--navy); }
.for { margin-top: 1mm; font-size: 12.5pt; line-height: 1.25; }
.lead { margin-top: 2mm; }
h2 {
  margin-top: 4mm; font-size: 8pt; font-weight: 600; letter-spacing: 0.1em; text-transform: uppercase;
  color: var(--navy);
}
.mono, .digits span { font-family: Consolas, "SF Mono", Menlo, "Liberation Mono", "DejaVu Sans Mono", monospace; }
.facts {
  display: grid; grid: auto-flow dense / 1fr 1fr; column-gap: 6mm; margin-top: 1mm; border-top: 0.2mm solid var(--line);
}
.facts p {
  padding: 0.6mm 0 0.6mm 29mm; text-indent: -29mm; border-bottom: 0.2mm solid var(--line); font-size: 9pt; line-height: 1.3;
}
.facts .wide { grid-column: 1 / -1; }
.facts b { display: inline-block; width: 29mm; text-indent: 0; font-weight: 400; color: var(--quiet); }
.code { word-break: break-all; }
.digits { margin-top: 2.5mm; padding: 2mm 4mm; border: 0.4mm solid var(--navy); border-radius: 1.2mm; background: #f5f7fa; }
.digits p { white-space: nowrap; line-height: 1.3; break-inside: avoid; }
.digits b { display: inline-block; width: 24mm; font-weight: 400; font-size: 9pt; color: var(--quiet); }
.digits span { font-size: 20pt; word-spacing: 0.1em; }
.digits.many { display: table; width: 100%; }
.digits.many::before {
  content: attr(data-share); display: table-header-group; break-inside: avoid; font-size: 8pt; line-height: 2.4; color: var(--quiet);
}
.digits.many span { font-size: 10pt; }
.digits .checksum { margin-top: 1mm; padding-top: 1mm; border-top: 0.2mm solid var(--line); }
.digits .checksum span, .digits.many .checksum span { font-size: 12pt; }
.what { display: flex; gap: 4mm; align-items: end; }
.what > div { flex: 1; }
figure { margin: 0; text-align: center; break-inside: avoid; }
figcaption { font-size: 7pt; color: var(--quiet); }
.qr { display: block; width: 34mm; height: 34mm; background: #fff; }
ol { margin-top: 1mm; padding-left: 5mm; }
li { padding-left: 1mm; }
li::marker { color: var(--navy); font-weight: 600; }
.without { margin-top: 1.5mm; font-size: 8pt; line-height: 1.35; color: var(--quiet); }
.receipt { display: grid; grid-template-columns: 1fr 1fr; gap: 6mm 8mm; margin-top: 5.5mm; break-inside: avoid; }
.receipt p { padding-top: 0.8mm; border-top: 0.25mm solid var(--ink); font-size: 8pt; line-height: 1.2; color: var(--quiet); }
`;

/** On every page of a practice key's sheet, so that a photocopy is not taken for the real thing. */
export const practiceMark = `
body::after {
  content: "PRACTICE"; position: fixed; inset: 0; display: grid; place-content: center; rotate: -54deg; z-index: 1;
  white-space: nowrap; font: 700 120pt/1 Arial, "Liberation Sans", sans-serif; letter-spacing: 0.04em; color: #8a6d0018;
  pointer-events: none;
}
`;
