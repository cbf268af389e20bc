site: FanFiction.net
custom: a file that is only a notice stands between two chapters
=== 01.txt
number: 1
---
H|Chapter 1
 |
T*12
=== 02 notice.txt
number: [2, null]
title: [Notice, null]
breaks: [0]
---
H|NOTICE
 |
A|Not an update, I know. My laptop has died and chapter two went down with it.
=== 03.txt
number: [2, 3]
---
H|Chapter 2
 |
T*12
