site: FanFiction.net
custom: 'a chapter and a half: 2.5 is an interlude between 2 and 3, the prologue is 0'
held-out: true
=== 0.txt
number: [0, null]
kind: prologue
---
H|Prologue
 |
T*10
=== 1.txt
number: 1
---
H|Chapter 1
 |
T*10
=== 2.txt
number: 2
---
H|Chapter 2
 |
T*10
=== 2.5.txt
number: [2.5, null]
kind: interlude
title: 'Meanwhile, the Goose'
---
H|Interlude: Meanwhile, the Goose
 |
T*10
=== 3.txt
number: 3
---
H|Chapter 3
 |
T*10
