site: 晋江文学城
custom: file names with Chinese numbers beyond ten, a prologue first and an extra last
held-out: true
order: [楔子.txt, 第一章.txt, 第二章.txt, 第九章.txt, 第十章.txt, 第十一章.txt, 番外.txt]
=== 第一章.txt
number: 1
---
T|门铃响第一声的时候，她没有动。
 |
T*3
=== 第九章.txt
number: 9
---
T|第九个人没有影子。
 |
T*3
=== 第二章.txt
number: 2
---
T|门铃响第二声的时候，狗也没有动。
 |
T*3
=== 第十一章.txt
number: 11
---
T|第十一个人没有来。
 |
T*3
=== 第十章.txt
number: 10
---
T|第十个人带来了一把伞。
 |
T*3
=== 番外.txt
number: null
kind: [chapter, interlude]
---
H|番外
 |
T|后来狗也学会了按门铃。
 |
T*3
=== 楔子.txt
number: null
kind: prologue
---
H|楔子
 |
T|那栋楼原来没有门铃。
 |
T*3
