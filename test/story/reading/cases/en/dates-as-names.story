site: Obsidian
custom: 'daily notes: file names are dates, headings are titles without numbers'
=== 2021-11-02.md
number: [null, 1]
title: Rope
---
H|# Rope
 |
T*12
=== 2021-11-09.md
number: [null, 2]
title: Soap
---
H|# Soap
 |
T*12
=== 2021-12-01.md
number: [null, 3]
title: Ash
---
H|# Ash
 |
T*12
