site: AO3
custom: 'chapters are called lessons: "Lesson One: …", understood from their siblings'
held-out: true
=== lesson1.md
number: 1
title: Never Trust a Goose
---
H|# Lesson One: Never Trust a Goose
 |
T*14
=== lesson2.md
number: 2
title: Always Count the Stairs
---
H|# Lesson Two: Always Count the Stairs
 |
T*14
=== lesson3.md
number: 3
title: Leave by the Window
---
H|# Lesson Three: Leave by the Window
 |
T*14
