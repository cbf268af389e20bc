site: ハーメルン
custom: kanji numbers in file names, beyond ten, that no machine sorts by itself
held-out: true
order: [第一話.txt, 第二話.txt, 第三話.txt, 第十話.txt, 第二十話.txt]
=== 第一話.txt
number: 1
title: 雨宿り
---
H|第一話　雨宿り
 |
T|軒先には、先客がいた。
 |
T*3
=== 第三話.txt
number: 3
title: 傘
---
H|第三話　傘
 |
T|傘は、返す相手がいなかった。
 |
T*3
=== 第二話.txt
number: 2
title: 猫
---
H|第二話　猫
 |
T|猫は濡れていなかった。
 |
T*3
=== 第二十話.txt
number: 20
title: 晴れ
---
H|第二十話　晴れ
 |
T|その日、初めて晴れた。
 |
T*3
=== 第十話.txt
number: 10
title: 嵐
---
H|第十話　嵐
 |
T|嵐の夜、看板が飛んだ。
 |
T*3
