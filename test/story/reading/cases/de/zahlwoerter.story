site: fanfiktion.de
custom: file names are the numbers in words, prologue and epilogue among them
order: [prolog.txt, eins.txt, zwei.txt, drei.txt, vier.txt, epilog.txt]
=== drei.txt
number: 3
---
T|Am dritten Tag fiel der Strom aus, und keiner ging in den Keller.
 |
T*4
=== eins.txt
number: 1
---
T|Am ersten Tag war alles noch ein Spiel.
 |
T*4
=== epilog.txt
number: null
kind: epilogue
---
H|Epilog
 |
T|Das Haus steht heute noch.
 |
T*3
=== prolog.txt
number: null
kind: prologue
---
H|Prolog
 |
T|Lange vor dem Haus gab es den Keller.
 |
T*3
=== vier.txt
number: 4
---
T|Am vierten Tag ging jemand hinunter.
 |
T*4
=== zwei.txt
number: 2
---
T|Am zweiten Tag hörten sie es zum ersten Mal klopfen.
 |
T*4
