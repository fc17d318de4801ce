/** Style of all pages: the browser's own colours in light and dark, one column that fits small screens. */
export const STYLE = `
:root { color-scheme: light dark; --accent: light-dark(#a3330a, #ff9d6e); --line: light-dark(#cfc8c2, #4a4440); --muted: light-dark(#5b534d, #b9b0a9); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; background: light-dark(#fffdfb, #181513); color: light-dark(#221d1a, #efe9e4); overflow-wrap: anywhere; }
h1 { font-size: 1.8rem; line-height: 1.2; margin: 1rem 0 0.5rem; }
h2 { font-size: 1.3rem; margin: 2rem 0 0.5rem; }
h3 { font-size: 1.05rem; margin: 0; }
a { color: var(--accent); }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 0; border-radius: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { position: static; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.feeds { list-style: none; margin: 0; padding: 0; }
.feeds > li { border-top: 1px solid var(--line); padding: 0.6rem 0; }
.feeds .note { margin: 0; }
.links { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0 1.2rem; }
.links a { display: inline-block; padding: 0.3rem 0; }
summary { cursor: pointer; padding: 0.3rem 0; }
.note { color: var(--muted); font-size: 0.92rem; }
.notice { border-left: 4px solid var(--accent); padding: 0.2rem 0 0.2rem 0.8rem; }
code { font-size: 0.92em; }
dd > code { display: inline-block; }
dt { font-weight: 600; }
dd { margin: 0 0 0.5rem; }
footer { border-top: 1px solid var(--line); margin-top: 2rem; padding-top: 0.5rem; }
`;
