site: Самиздат
custom: two parts whose chapters begin at one again, said in the headings; an interlude between them by its file's name
held-out: true
order: [1.1.txt, 1.2.txt, 1.9 интерлюдия.txt, 2.1.txt, 2.2.txt]
=== 1.1.txt
number: 1
---
H|Часть первая. Глава первая
 |
T|Сначала в доме жили трое.
 |
T*3
=== 1.2.txt
number: 2
---
H|Часть первая. Глава вторая
 |
T|Потом их стало двое, и никто не заметил, кто ушёл.
 |
T*3
=== 1.9 интерлюдия.txt
number: null
kind: interlude
---
H|Интерлюдия
 |
T|Тот, кто ушёл, сидел на вокзале и ел пирожок.
 |
T*3
=== 2.1.txt
number: 1
---
H|Часть вторая. Глава первая
 |
T|Весной он вернулся.
 |
T*3
=== 2.2.txt
number: 2
---
H|Часть вторая. Глава вторая
 |
T|Собака узнала его первой и промолчала.
 |
T*3
