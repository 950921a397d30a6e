"""The style sheet of HTML reports; logical directions only, so it serves both languages."""

STYLE = """
:root{color-scheme:light;--ink:#1f2933;--muted:#52606d;--line:#d7dbe0;--paper:#fdfcfa;--link:#1d5b79}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink)}
body{font:17px/1.7 "IBM Plex Sans Arabic","Noto Naskh Arabic","Segoe UI",Tahoma,sans-serif;
margin:0 auto;padding:2rem 1.25rem 4rem;max-width:46rem}
h1{font-size:1.5rem;line-height:1.4;margin:0 0 1rem}
h2{font-size:1.2rem;margin:2.5rem 0 .75rem;padding-block-end:.25rem;
border-block-end:2px solid var(--line)}
h3{font-size:1rem;line-height:1.6;margin:1.75rem 0 .5rem}
p{margin:.4rem 0}
.lead{font-size:1.1rem}
.small,.muted{color:var(--muted)}
.small{font-size:.85rem}
blockquote{margin:.5rem 0;padding-inline-start:.9rem;border-inline-start:3px solid var(--line)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:.75rem 0}
dt{color:var(--muted)}
dd{margin:0;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;margin:.75rem 0;font-size:.95rem}
th,td{text-align:start;vertical-align:top;padding:.4rem .5rem;
border-block-end:1px solid var(--line);overflow-wrap:anywhere}
th{color:var(--muted);font-weight:600}
a{color:var(--link);overflow-wrap:anywhere}
.badge{display:inline-block;padding:0 .55rem;border-radius:.8rem;color:#fff;font-size:.85rem;
font-weight:600;white-space:nowrap}
.article p{line-height:1.9}
.m{text-decoration-line:underline;text-decoration-thickness:2px;text-underline-offset:.25em}
.m2{text-decoration-style:double;background:#f1ead9}
sup{font-size:.7em;line-height:1}
sup a{color:#fff;border-radius:.6em;padding:0 .35em;margin-inline:.1em;text-decoration:none}
.logo{max-height:4rem;max-width:12rem}
figure{margin:.75rem 0}
svg{max-width:100%;height:auto}
footer{margin-block-start:3rem;color:var(--muted);font-size:.85rem;
border-block-start:1px solid var(--line);padding-block-start:.5rem}
@page{size:A4;margin:18mm 16mm}
@media print{
html{background:#fff}
body{max-width:none;padding:0;font-size:11pt}
h2,h3{break-after:avoid}
section,blockquote,figure,tr{break-inside:avoid}
thead{display:table-header-group}
.badge,sup a{print-color-adjust:exact;-webkit-print-color-adjust:exact}
a[href^=http]{color:var(--ink)}
}
"""
