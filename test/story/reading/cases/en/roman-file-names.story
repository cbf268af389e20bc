site: Scrivener
custom: small Roman numerals as file names, from i to x, with titles only as headings
held-out: true
order: [i.txt, ii.txt, iv.txt, v.txt, ix.txt, x.txt]
=== i.txt
number: [1, null]
title: Low Water
---
H|Low Water
 |
T*10
=== ii.txt
number: [2, null]
title: Slack
---
H|Slack
 |
T*10
=== iv.txt
number: [4, null]
title: Flood
---
H|Flood
 |
T*10
=== ix.txt
number: [9, null]
title: Drift
---
H|Drift
 |
T*10
=== v.txt
number: [5, null]
title: Ebb
---
H|Ebb
 |
T*10
=== x.txt
number: [10, null]
title: Neap
---
H|Neap
 |
T*10
