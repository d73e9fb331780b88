/** The one style sheet of the sign-in pages and of the control page. */
export const style = `
:root { color-scheme: light dark; --ink: #1b1a19; --quiet: #5c5a58; --line: #8a8886; --ground: #f5f5f5; --card: #fff;
  --accent: #0f6cbd; --on-accent: #fff; --alert: #a4262c; --tint: #ebf3fc; }
@media (prefers-color-scheme: dark) { :root { --ink: #f3f2f1; --quiet: #c8c6c4; --line: #8a8886; --ground: #141414;
  --card: #1f1f1f; --accent: #62abf5; --on-accent: #0b0b0b; --alert: #f1a5a9; --tint: #0e2b45; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 2rem 1rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.45 'Segoe UI Variable', 'Segoe UI', 'Malgun Gothic', system-ui, sans-serif; word-break: keep-all;
  overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .75rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .75rem; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
main { max-width: 66rem; margin: 0 auto; }
.card { max-width: 34rem; background: var(--card); border-radius: 8px; padding: 2rem;
  box-shadow: 0 2px 10px rgb(0 0 0 / 18%); border: 1px solid transparent; }
footer { max-width: 34rem; margin: 1rem auto 0; display: flex; justify-content: space-between; gap: 1rem;
  color: var(--quiet); font-size: .875rem; }
footer p { margin: 0; }
footer p:last-child { white-space: nowrap; }
.kicker { margin: 0 0 .5rem; color: var(--quiet); font-size: .875rem; font-weight: 600; }
.alert { border-inline-start: 4px solid var(--alert); padding: .5rem .75rem; color: var(--alert); margin: 0 0 1rem; }
.said { border-inline-start: 4px solid var(--accent); padding: .5rem .75rem; background: var(--tint); }
.fine, .quiet { color: var(--quiet); font-size: .875rem; }
.links { margin: 1.25rem 0 0; display: flex; flex-wrap: wrap; gap: 1.5rem; }
.accounts { list-style: none; margin: 0 -1rem; padding: 0; border-top: 1px solid rgb(128 128 128 / 30%); }
.accounts li { border-bottom: 1px solid rgb(128 128 128 / 30%); }
.accounts button { display: flex; gap: 1rem; width: 100%; padding: .85rem 1rem; text-align: start; font: inherit;
  color: inherit; background: none; border: 0; border-radius: 4px; cursor: pointer; }
.accounts button:hover { background: var(--tint); }
.initials { flex: none; width: 2.5rem; height: 2.5rem; border-radius: 50%; display: grid; place-items: center;
  background: var(--accent); color: var(--on-accent); font-weight: 600; }
.who { min-width: 0; }
.account { display: block; color: var(--quiet); font-size: .875rem; }
.about { display: block; margin-top: .25rem; font-size: .9375rem; }
.tag { margin-inline-start: .5rem; padding: 0 .5rem; border: 1px solid var(--line); border-radius: 1rem;
  font-size: .8125rem; font-style: normal; }
button.primary, .panel button { min-height: 2rem; padding: .35rem 1.25rem; font: inherit; font-weight: 600;
  color: var(--on-accent); background: var(--accent); border: 1px solid transparent; border-radius: 4px; cursor: pointer; }
.panel { background: var(--card); border-radius: 8px; padding: 1rem 1.25rem; margin-bottom: 1rem; }
.row { display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: end; }
.row + .row { margin-top: .75rem; }
label { display: grid; grid-template-columns: minmax(0, auto); gap: .2rem; min-width: 0; max-width: 100%;
  font-size: .875rem; }
input, select, textarea { font: inherit; color: inherit; background: var(--card); padding: .3rem .5rem;
  min-height: 2rem; border: 1px solid var(--line); border-radius: 4px; max-width: 100%; }
textarea { width: 100%; min-height: 12rem; font: .8125rem/1.4 ui-monospace, Consolas, monospace; }
summary { cursor: pointer; padding: .25rem 0; }
.scroll { overflow-x: auto; }
.scroll table { min-width: 44rem; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; }
caption { text-align: start; color: var(--quiet); padding-bottom: .5rem; }
th, td { text-align: start; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid rgb(128 128 128 / 30%);
  vertical-align: top; overflow-wrap: break-word; }
td.long { overflow-wrap: anywhere; min-width: 20rem; }
code { font: .8125rem ui-monospace, Consolas, monospace; }
@media (forced-colors: active) { .card, .panel { border: 1px solid; } }
@media (max-width: 30rem) { body { padding: 0; } .card { border-radius: 0; box-shadow: none; padding: 1.25rem; } footer { padding: 0 1.25rem 1rem; } }
`;
