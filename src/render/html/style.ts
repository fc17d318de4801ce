/** Style of all pages: one column, light and dark colours, from 320 pixels wide; printed without controls. */
export const STYLE = `
:root { color-scheme: light dark; --paper: light-dark(#fffdfb, #181513); --card: light-dark(#f7f1ec, #221e1b); --ink: light-dark(#221d1a, #efe9e4); --accent: light-dark(#9c310a, #ffa277); --on-accent: light-dark(#fff, #221d1a); --line: light-dark(#ddd4cd, #443d39); --edge: light-dark(#857a73, #91867f); --muted: light-dark(#5b534d, #b9b0a9); }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0 auto; max-width: 52rem; padding: 0 1rem 1rem; font: 1rem/1.5 system-ui, sans-serif; background: var(--paper); color: var(--ink); overflow-wrap: anywhere; }
h1 { font-size: clamp(1.6rem, 5vw, 2.1rem); line-height: 1.2; margin: 1.2rem 0 0.4rem; text-wrap: balance; }
h2 { font-size: 1.3rem; line-height: 1.25; margin: 2.2rem 0 0.6rem; }
h3 { font-size: 1rem; line-height: 1.5; margin: 0; }
p { margin: 0.5rem 0; max-width: 42rem; }
a { color: var(--accent); text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
ul, ol { margin: 0; padding: 0; }
ul { list-style: none; }
ol { padding-inline-start: 1.6rem; }
.skip { position: absolute; left: -99rem; }
.skip:focus { position: static; display: inline-block; padding: 0.5rem 0; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.site nav { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1.4rem; padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
.site ul { display: flex; flex-wrap: wrap; gap: 0 1.1rem; }
.site [aria-current] { color: inherit; font-weight: 600; text-decoration: none; }
.site a { display: inline-block; padding: 0.3rem 0; }
.brand { font-weight: 700; color: inherit; text-decoration: none; }
.lead { margin: 0 0 0.8rem; }
.note, .lead { color: var(--muted); }
.note { font-size: 0.92rem; }
.links { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.2rem 1.3rem; }
.links a { display: inline-block; padding: 0.3rem 0; }
.button, button, .links .first a { display: inline-block; padding: 0.4rem 0.9rem; border: 1px solid var(--accent); border-radius: 0.4rem; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }
.button:hover, button:hover, .first a:hover { text-decoration: underline; }
summary { cursor: pointer; padding: 0.35rem 0; font-weight: 600; color: var(--accent); }
.subscribe, .find { border: 1px solid var(--line); border-radius: 0.5rem; background: var(--card); padding: 0.1rem 0.8rem; margin: 0.6rem 0; }
.subscribe[open], .find[open] { padding-bottom: 0.6rem; }
.ways li { margin: 0.7rem 0; }
.ways .note { display: block; }
label { display: block; font-size: 0.92rem; color: var(--muted); }
input, select { font: inherit; width: 100%; max-width: 100%; padding: 0.35rem 0.5rem; border: 1px solid var(--edge); border-radius: 0.4rem; background: var(--paper); color: var(--ink); }
.filter { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 11rem), 1fr)); gap: 0.6rem 1rem; align-items: end; }
.filter p { margin: 0; min-width: 0; max-width: none; }
.filter .wide { grid-column: 1 / -1; }
.filter .go a { margin-inline-start: 0.8rem; }
.day { border-top: 1px solid var(--line); padding: 0.6rem 0; }
.day li + li { margin-top: 0.7rem; }
.title { font-weight: 600; }
.month .note a, .rows a { color: inherit; text-decoration-color: var(--edge); }
.month .title, .rows .title { color: var(--accent); text-decoration-color: currentcolor; }
.label { display: inline-block; padding: 0 0.45rem; border: 1px solid currentcolor; border-radius: 0.3rem; font-size: 0.85rem; color: var(--accent); }
.labels { display: flex; flex-wrap: wrap; gap: 0.4rem; margin: 0.5rem 0; }
details > .month h3 { margin: 0.6rem 0 0.3rem; }
.rows { margin-bottom: 1.2rem; }
.rows > li { border-top: 1px solid var(--line); padding: 0.45rem 0; }
.rows time { color: var(--muted); font-size: 0.92rem; }
.rows div time { color: inherit; font-size: inherit; }
.rows ul { margin-top: 0.2rem; }
.facts > div { border-top: 1px solid var(--line); padding: 0.5rem 0; }
dt { font-weight: 600; }
dd { margin: 0 0 0.3rem; }
.facts dd { margin: 0; }
ol li { margin: 0.3rem 0; }
.notice { border-inline-start: 4px solid var(--accent); padding: 0.2rem 0 0.2rem 0.8rem; margin: 1.2rem 0; }
.many { columns: 15rem; column-gap: 1.5rem; }
.many li { break-inside: avoid; padding: 0.25rem 0; }
.feeds li { display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: baseline; justify-content: space-between; border-top: 1px solid var(--line); padding: 0.45rem 0; }
code { font-size: 0.92em; }
dd > code { display: inline-block; }
footer { border-top: 1px solid var(--line); margin-top: 2.5rem; padding-top: 0.5rem; }
@media (min-width: 42rem) {
  .day, .rows > li, .facts > div { display: grid; grid-template-columns: 11rem 1fr; gap: 0 1rem; }
  .facts dd { grid-column: 2; }
}
@media print {
  :root { color-scheme: light; }
  .site, .skip, .subscribe, .find, .data, .parts, summary { display: none; }
  .day, .rows > li { break-inside: avoid; }
  a { color: inherit; }
}
`;
