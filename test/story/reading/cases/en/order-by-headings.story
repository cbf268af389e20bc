site: Google Docs
custom: file names are titles whose alphabet is not the order; the headings have the numbers
order: [The Ropewalk.md, Arrivals.md, Millrace.md]
=== Arrivals.md
number: 2
title: Arrivals
---
H|# Chapter 2: Arrivals
 |
T*12
=== Millrace.md
number: 3
title: Millrace
---
H|# Chapter 3: Millrace
 |
T*12
=== The Ropewalk.md
number: 1
title: The Ropewalk
---
H|# Chapter 1: The Ropewalk
 |
T*12
