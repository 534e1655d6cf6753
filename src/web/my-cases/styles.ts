/** The panel's look, on the colours of the chat it opens in. */
export const stylesOfCases = new CSSStyleSheet();
stylesOfCases.replaceSync(`
.jbc { position: absolute; inset: 0; z-index: 9; display: flex; flex-direction: column; background: var(--ground); color: var(--ink); }
.jbc > header { display: flex; align-items: center; justify-content: space-between; padding: .65em .5em .65em .9em; background: var(--head); color: var(--head-ink, #fff); border-bottom: 1px solid var(--faint); }
.jbc > header :focus-visible { outline-color: currentcolor; }
.jbc h2 { font-size: 1.05em; font-weight: 600; margin: 0; }
.jbc-close { width: 2.6em; height: 2.6em; min-width: 44px; min-height: 44px; border-radius: 10px; font-size: 1.2em; }
.jbc-list { flex: 1; overflow-y: auto; padding: .8em; display: grid; gap: .8em; align-content: start; overscroll-behavior: contain; }
.jbc-case { background: var(--paper); border-radius: 14px; padding: .9em 1em; box-shadow: var(--shadow); display: grid; gap: .3em; overflow-wrap: anywhere; }
.jbc-case h3 { display: flex; justify-content: space-between; gap: .6em; margin: 0; font-size: 1em; font-weight: 600; }
.jbc-case h3 span { flex: none; padding: .1em .7em; border-radius: 99px; background: var(--tint); color: var(--brand); font-size: .85em; font-weight: 500; }
.jbc-case[data-stage="asked"] h3 span { background: var(--warn-tint); color: var(--warn); }
.jbc-case[data-stage="closed"] { opacity: .8; }
.jbc-number, .jbc-title { color: var(--soft); font-size: .88em; }
.jbc-left { font-weight: 600; color: var(--brand); font-variant-numeric: tabular-nums; }
.jbc-left[data-late="true"] { color: var(--bad); }
.jbc-promise + .jbc-promise { border-top: 1px solid var(--faint); padding-top: .5em; margin-top: .2em; }
.jbc-case ul { padding-left: 1.1em; font-size: .92em; }
.jbc-ask { display: flex; gap: .6em; margin-top: .4em; }
.jbc-ask button { flex: 1; min-height: 44px; border-radius: 10px; border: 1px solid var(--faint); }
.jbc-ask .jbc-yes { background: var(--fill); border-color: var(--fill); color: #fff; }
`);
