site: Wattpad
custom: a prologue, chapters in capitals with the number in words, an extra and an epilogue, files numbered as the site shows them
order: [01.txt, 02.txt, 03.txt, 04.txt, 05.txt]
=== 01.txt
number: null
kind: prologue
---
H|PRÓLOGO
 |
T|Antes de la isla hubo un barco.
 |
T*3
=== 02.txt
number: 1
---
H|CAPÍTULO UNO
 |
T|El barco no sabía nadar.
 |
T*3
 |
E|No olviden votar ⭐
=== 03.txt
number: 2
---
H|CAPÍTULO DOS
 |
T|Nosotros tampoco.
 |
T*3
 |
E|No olviden votar ⭐
=== 04.txt
number: null
title: [El gato, 'Extra: El gato', Extra]
kind: [chapter, interlude]
---
H|EXTRA: EL GATO
 |
T|Yo sí sabía, pero nadie me preguntó.
 |
T*3
 |
E|No olviden votar ⭐
=== 05.txt
number: null
kind: epilogue
---
H|EPÍLOGO
 |
T|La isla sigue donde estaba.
 |
T*3
 |
E|No olviden votar ⭐ ¡Gracias por todo!
