import type { ChapterKind, Rating } from '../../src/languages/kinds.js';
import type { ChapterPart, Timeline } from '../../src/story/model.js';

/** How a chapter file may begin, and what is to be understood of it. */
export interface OpeningCase {
  /** The custom, in a few words. */
  readonly custom: string;
  /** Decides the format and, where the text has no heading, the title. */
  readonly file: string;
  readonly raw: string;
  readonly expected: {
    readonly number?: number;
    readonly part?: ChapterPart;
    readonly title: string;
    /** What a line above the heading calls the story. */
    readonly storyTitle?: string;
    readonly kind?: ChapterKind;
    readonly notes?: readonly string[];
    readonly endNotes?: readonly string[];
    readonly rating?: Rating;
    readonly warnings?: readonly string[];
    readonly summary?: string;
    readonly timeline?: Timeline;
    /** The first and the last passage, or their beginning and end. */
    readonly from: string;
    readonly to: string;
    readonly scenes?: number;
    /** Codes of all problems, in order. */
    readonly problems?: readonly string[];
  };
}

/** Invented for these tests, in the customs of fan archives, forums and zines. */
export const openings: readonly OpeningCase[] = [
  {
    custom: 'three plain paragraphs of notes above `Chapter 1: Title`',
    file: 'kettle.txt',
    raw: `No dragons yet, be patient with me.

Thoughts are in italics.

Tell me what you think, I read every word of it.

Chapter 1: The Borrowed Kettle

Maud had lent the kettle out in spring and it was now October.

"It sings," said the neighbour, "but not in tune."`,
    expected: {
      number: 1,
      title: 'The Borrowed Kettle',
      notes: [
        'No dragons yet, be patient with me.\n\nThoughts are in italics.\n\nTell me what you think, I read every word of it.',
      ],
      from: 'Maud had lent',
      to: 'not in tune."',
    },
  },
  {
    custom: 'a signed note and an edit note that announces a flashback',
    file: 'two.txt',
    raw: `Mina: This one is for Tarn, who asked so nicely.

EDIT NOTE: To be clear, this is a FLASHBACK chapter going back SIX WEEKS, to before the fire.

Chapter 4: Who Lit It?

"Nobody lit it," said Oren.

The barn stood there, whole and smelling of apples.`,
    expected: {
      number: 4,
      title: 'Who Lit It?',
      kind: 'flashback',
      timeline: { kind: 'offset', amount: -6, unit: 'week' },
      notes: [
        'Mina: This one is for Tarn, who asked so nicely.',
        'EDIT NOTE: To be clear, this is a FLASHBACK chapter going back SIX WEEKS, to before the fire.',
      ],
      from: '"Nobody lit it,"',
      to: 'smelling of apples.',
    },
  },
  {
    custom: 'A/N below the heading',
    file: 'three.txt',
    raw: `Chapter 3

A/N: Sorry this took so long, my laptop drowned.

The tide had taken the stairs again.

Ilse counted the ones that were left.`,
    expected: {
      number: 3,
      title: 'Chapter 3',
      notes: ['A/N: Sorry this took so long, my laptop drowned.'],
      from: 'The tide had',
      to: 'that were left.',
    },
  },
  {
    custom: "**Author's Note:** in bold, in Markdown, with a second paragraph up to a rule",
    file: 'four.md',
    raw: `## Chapter Four: Salt

**Author's Note:** Thank you for all the comments on the last chapter!

Next chapter will be up on Sunday, I promise.

---

The salt came down with the rain.

Nobody on the quay was surprised.`,
    expected: {
      number: 4,
      title: 'Salt',
      notes: [
        "**Author's Note:** Thank you for all the comments on the last chapter!\n\nNext chapter will be up on Sunday, I promise.",
      ],
      from: 'The salt came',
      to: 'was surprised.',
    },
  },
  {
    custom: 'a disclaimer first, then a spelled-out heading in capitals',
    file: 'five.txt',
    raw: `Disclaimer: I own nothing but the goat.

CHAPTER TWO

The goat was not pleased.

It said so to everyone.`,
    expected: {
      number: 2,
      title: 'Chapter 2',
      notes: ['Disclaimer: I own nothing but the goat.'],
      from: 'The goat was',
      to: 'to everyone.',
    },
  },
  {
    custom: 'the block that archives print: title, rating, warnings, summary, disclaimer',
    file: 'six.txt',
    raw: `Title: The Weather Thief
Author: gullwing
Rating: T
Warnings: minor character death, storms
Summary: Somebody is stealing the weather, and it is not even good weather.
Disclaimer: Not mine, never was.

Chapter 1 - Drizzle

It was the third dry Tuesday.

Pell put her umbrella back in the stand.`,
    expected: {
      number: 1,
      title: 'Drizzle',
      rating: 'teen',
      warnings: ['minor character death', 'storms'],
      summary: 'Somebody is stealing the weather, and it is not even good weather.',
      notes: ['Title: The Weather Thief\nAuthor: gullwing\nDisclaimer: Not mine, never was.'],
      from: 'It was the third',
      to: 'in the stand.',
    },
  },
  {
    custom: '`Rating: M`, `TW:` on lines of their own, no heading, a title line',
    file: 'seven.txt',
    raw: `Rating: M

TW: blood, hospitals

The Long Corridor

There were forty doors and she had the key to none.

She tried the first one with her shoulder.`,
    expected: {
      number: 7,
      title: 'The Long Corridor',
      rating: 'mature',
      warnings: ['blood', 'hospitals'],
      from: 'There were forty',
      to: 'her shoulder.',
    },
  },
  {
    custom: '`ch. 3 - title`',
    file: 'eight.txt',
    raw: `ch. 3 - in which a bridge is sold

The bridge was not hers to sell.

She sold it twice.`,
    expected: { number: 3, title: 'in which a bridge is sold', from: 'The bridge was', to: 'sold it twice.' },
  },
  {
    custom: '`Chapter the Third`',
    file: 'nine.txt',
    raw: `Chapter the Third

In which nothing whatever goes right.

Mr. Addlestone rose at six and fell at seven.

The rug was blamed.`,
    expected: { number: 3, title: 'Chapter 3', from: 'In which nothing', to: 'was blamed.' },
  },
  {
    custom: 'a Roman numeral alone, between rules of tildes',
    file: 'ten.txt',
    raw: `~*~

II.

~*~

Winter came early to the pass.

The mules had seen it before.`,
    expected: { number: 2, title: 'Chapter 2', from: 'Winter came', to: 'seen it before.' },
  },
  {
    custom: '`Part IV: …`',
    file: 'eleven.txt',
    raw: `Part IV: The Sea Gives Back

First it gave back the boots.

Then, one by one, the rest.`,
    expected: { number: 4, title: 'The Sea Gives Back', from: 'First it gave', to: 'the rest.' },
  },
  {
    custom: '`# Title` in Markdown',
    file: 'twelve.md',
    raw: `# A Quiet Trade

The locksmith worked at night, for
the quiet.

*Nobody*, she said, knocks after ten.`,
    expected: {
      number: 12,
      title: 'A Quiet Trade',
      from: 'The locksmith worked at night, for the quiet.',
      to: 'after ten.',
    },
  },
  {
    custom: '`# Title` in plain text',
    file: 'thirteen.txt',
    raw: `# A Loud Trade

The bell founder worked by day.

Everybody knew when.`,
    expected: { number: 13, title: 'A Loud Trade', from: 'The bell founder', to: 'knew when.' },
  },
  {
    custom: '`2. Title`',
    file: 'fourteen.txt',
    raw: `2. The Second Lamp

It burned lower than the first.

They trimmed it and waited.`,
    expected: { number: 2, title: 'The Second Lamp', from: 'It burned lower', to: 'and waited.' },
  },
  {
    custom: '`2. Title` in Markdown, where it is a list',
    file: 'fifteen.md',
    raw: `2. The Second Lamp

It burned lower than the first.

They trimmed it and waited.`,
    expected: { number: 2, title: 'The Second Lamp', from: 'It burned lower', to: 'and waited.' },
  },
  {
    custom: 'Prologue, in capitals between dashes',
    file: 'sixteen.txt',
    raw: `--- PROLOGUE ---

Before the wall there was a hedge.

Before the hedge there were neighbours.`,
    expected: { title: 'PROLOGUE', kind: 'prologue', from: 'Before the wall', to: 'neighbours.' },
  },
  {
    custom: 'an archive that numbers its prologue',
    file: 'seventeen.txt',
    raw: `Chapter 1: Prologue

The map was drawn by somebody who had never left the house.

It was a very good map of the house.`,
    expected: { number: 1, title: 'Prologue', kind: 'prologue', from: 'The map was', to: 'of the house.' },
  },
  {
    custom: 'a title line alone, as a one-shot has it, with long paragraphs and em dashes',
    file: 'eighteen.txt',
    raw: `Eleven Ways to Miss a Train

The first way is to be early — so early that the platform belongs to the pigeons — and to walk away again because surely there is time for coffee, "there's time," she said, "there's always time," and he said, "there isn't," and both of them were right for a while.

The second way is to be late.`,
    expected: { number: 18, title: 'Eleven Ways to Miss a Train', from: 'The first way', to: 'to be late.' },
  },
  {
    custom: 'a title line in lower case',
    file: 'nineteen.txt',
    raw: `what the river kept

It kept the ring, of course. Rivers do.

It kept the dog's collar and the dog's best stick.

It did not keep its promises.`,
    expected: {
      number: 19,
      title: 'what the river kept',
      from: 'It kept the ring',
      to: 'its promises.',
      problems: ['title-from-first-line'],
    },
  },
  {
    custom: 'an epigraph above the heading',
    file: 'twenty.txt',
    raw: `"Whoever counts the waves must begin again."
- island proverb

Chapter 7: Begin Again

So she began again.

By evening she had reached nine hundred.`,
    expected: {
      number: 7,
      title: 'Begin Again',
      notes: ['"Whoever counts the waves must begin again."\n\\- island proverb'],
      from: 'So she began',
      to: 'nine hundred.',
    },
  },
  {
    custom: 'a dedication above the heading',
    file: 'twenty-one.txt',
    raw: `For Wren, who asked for more owls.

Chapter 5: More Owls

There were, by then, too many to count.

They counted the humans.`,
    expected: {
      number: 5,
      title: 'More Owls',
      notes: ['For Wren, who asked for more owls.'],
      from: 'There were, by',
      to: 'the humans.',
    },
  },
  {
    custom: 'a dedication and no heading: a note, but who can be sure',
    file: 'for-wren.txt',
    raw: `For Wren

The owl sat on the post office.

It had been there since the stamps went up.`,
    expected: {
      title: 'For wren',
      notes: ['For Wren'],
      from: 'The owl sat',
      to: 'stamps went up.',
      problems: ['unclear-opening'],
    },
  },
  {
    custom: 'a note that mentions chapter 2 in the middle of a sentence',
    file: 'twenty-three.txt',
    raw: `A/N: I know I said chapter 2 would be the end, but
chapter 2 was the beginning. Chapter 2 was hard to write.

Chapter 3: The Middle

In the middle there was a pond.

It was deeper than it looked.`,
    expected: {
      number: 3,
      title: 'The Middle',
      notes: [
        'A/N: I know I said chapter 2 would be the end, but chapter 2 was the beginning. Chapter 2 was hard to write.',
      ],
      from: 'In the middle',
      to: 'than it looked.',
    },
  },
  {
    custom: 'a note that begins with the words of a heading',
    file: 'twenty-four.txt',
    raw: `Chapter 2 was hard to write, so be kind.

Chapter 3: The Middle, Again

The pond had a lid now.

Nobody would say who had made it.`,
    expected: {
      number: 3,
      title: 'The Middle, Again',
      notes: ['Chapter 2 was hard to write, so be kind.'],
      from: 'The pond had',
      to: 'had made it.',
    },
  },
  {
    custom: 'dialogue from the first line on, and nothing else',
    file: '05 - the-answer.txt',
    raw: `"No," said Tam.

"You haven't heard the question," said his mother.

"No," said Tam again, to be sure.`,
    expected: { number: 5, title: 'The answer', from: '"No," said Tam.', to: 'to be sure.' },
  },
  {
    custom: 'a first paragraph that is short, but story',
    file: 'it-rained.txt',
    raw: `It rained.

It had rained for so long that the ducks were complaining.

On the ninth day somebody thought of the boat.`,
    expected: { title: 'It rained', from: 'It rained.', to: 'of the boat.' },
  },
  {
    custom: 'place and date belong to the story',
    file: 'harbour.txt',
    raw: `Port Ellery, 1911

The ferry was late, and so was the century.

Nobody minded about the ferry.`,
    expected: { title: 'Harbour', from: 'Port Ellery, 1911', to: 'about the ferry.' },
  },
  {
    custom: 'an unlabelled note with no heading',
    file: 'lanterns.txt',
    raw: `Hi everyone! Thanks for reading, and please review, this is my first fic.

The lanterns were lit at noon that day.

It was dark enough for it.`,
    expected: {
      title: 'Lanterns',
      notes: ['Hi everyone! Thanks for reading, and please review, this is my first fic.'],
      from: 'The lanterns were',
      to: 'enough for it.',
    },
  },
  {
    custom: 'a dated edit note, a signed note and a heading with a dash',
    file: 'twenty-nine.txt',
    raw: `EDIT (3/4/2021): fixed the names, thanks Juno.

Kit & Juno: We wrote this on a train. Blame the train.

Chapter 12 – Blame the Train

The train was blamed.

It steamed quietly.`,
    expected: {
      number: 12,
      title: 'Blame the Train',
      notes: [
        'EDIT (3/4/2021): fixed the names, thanks Juno.',
        'Kit & Juno: We wrote this on a train. Blame the train.',
      ],
      from: 'The train was',
      to: 'steamed quietly.',
    },
  },
  {
    custom: 'a note in brackets over several paragraphs, with no heading but a title',
    file: 'thirty.txt',
    raw: `[A/N: This came out of nowhere at two in the morning.

It has not been back there since.]

The Night Baker

He kneaded in the dark so as not to wake the bread.

The bread was awake.`,
    expected: {
      number: 30,
      title: 'The Night Baker',
      notes: ['\\[A/N: This came out of nowhere at two in the morning.\n\nIt has not been back there since.]'],
      from: 'He kneaded',
      to: 'was awake.',
    },
  },
  {
    custom: 'an end note after oOo, and scenes in two customs',
    file: 'thirty-one.txt',
    raw: `Chapter 6: Three Rooms

The first room was red.

oOo

The second was not.

* * *

There was no third room.

oOo

A/N: There was going to be a third room. Reviews build rooms!`,
    expected: {
      number: 6,
      title: 'Three Rooms',
      scenes: 3,
      from: 'The first room',
      to: 'no third room.',
      endNotes: ['A/N: There was going to be a third room. Reviews build rooms!'],
    },
  },
  {
    custom: 'story title, then chapter heading, in Markdown',
    file: 'thirty-two.md',
    raw: `# The Weather Thief

## Chapter 8: Hail

It came down like an argument.

Pell went out in it with a bucket.`,
    expected: { number: 8, title: 'Hail', storyTitle: 'The Weather Thief', from: 'It came down', to: 'with a bucket.' },
  },
  {
    custom: 'the title on the line below the number',
    file: 'thirty-three.txt',
    raw: `CHAPTER NINE

The Bucket

It was half full of hail and half of feathers.

She had not expected the feathers.`,
    expected: { number: 9, title: 'The Bucket', from: 'It was half', to: 'the feathers.' },
  },
  {
    custom: 'front matter only, nothing in the text',
    file: 'thirty-four.txt',
    raw: `---
number: 10
title: Feathers
rating: Teen And Up Audiences
timeline: -3 days
notes: "Short one. Sorry!"
---
They were goose, mostly.

The rest were from something larger.`,
    expected: {
      number: 10,
      title: 'Feathers',
      rating: 'teen',
      timeline: { kind: 'offset', amount: -3, unit: 'day' },
      notes: ['Short one. Sorry!'],
      from: 'They were goose',
      to: 'something larger.',
    },
  },
  {
    custom: 'hard-wrapped at 60 columns, A/N and heading included',
    file: 'thirty-five.txt',
    raw: `A/N: This chapter was written in a waiting room, which is why
everybody in it is waiting. Thank you to the nurse who asked
what it was about and then stayed to hear the whole answer.

Chapter 11: The Waiting Room

Eleven people sat in the room and not one of them looked at
the clock, because the clock had stopped, and each of them
had noticed it alone and decided not to say so.

"Next," said the door, and nobody moved, since it had said so
every hour since they came.`,
    expected: {
      number: 11,
      title: 'The Waiting Room',
      notes: [
        'A/N: This chapter was written in a waiting room, which is why everybody in it is waiting. Thank you to the nurse who asked what it was about and then stayed to hear the whole answer.',
      ],
      from: 'Eleven people sat in the room and not one of them looked at the clock, because',
      to: 'said so every hour since they came.',
    },
  },
  {
    custom: 'one newline per paragraph, no blank lines',
    file: 'thirty-six.txt',
    raw: `Chapter 13: Thirteen
The lift had no button for it.
"We take the stairs," said Moll.
They took the stairs, all of them, twelve flights and a ladder.
At the top somebody had drawn a door.
"After you," said Moll.`,
    expected: { number: 13, title: 'Thirteen', from: 'The lift had no button for it.', to: '"After you," said Moll.' },
  },
  {
    custom: "`Author's Note` as a heading of its own in Markdown, before the chapter's",
    file: 'thirty-seven.md',
    raw: `## Author's Note

I had the flu. So, now, does Pell.

# Chapter 14: Sneeze

It blew the hat off the vicar.

He had been meaning to lose it.`,
    expected: {
      number: 14,
      title: 'Sneeze',
      notes: ["Author's Note\n\nI had the flu. So, now, does Pell."],
      from: 'It blew the hat',
      to: 'to lose it.',
    },
  },
  {
    custom: 'Interlude with a title, and a content warning below it',
    file: 'thirty-eight.txt',
    raw: `Interlude: The Cat

CW: mice, a draught

The cat had seen all of it.

The cat was not asked.`,
    expected: {
      title: 'The Cat',
      kind: 'interlude',
      warnings: ['mice', 'a draught'],
      from: 'The cat had',
      to: 'not asked.',
    },
  },
  {
    custom: 'sections that count 1., 2. are no heading',
    file: 'five-things.txt',
    raw: `1. The Hat

It was green.

2. The Coat

It was not.`,
    expected: { title: 'Five things', from: '1\\. The Hat', to: 'It was not.' },
  },
  {
    custom: 'Epilogue decorated with stars, and a PS by the author',
    file: 'forty.txt',
    raw: `*** Epilogue ***

Nobody locked the gate any more.

The goat came and went.

***

A/N: That's all of it. Thank you for walking along.

P.S. The goat is fine.`,
    expected: {
      title: 'Epilogue',
      kind: 'epilogue',
      from: 'Nobody locked',
      to: 'came and went.',
      endNotes: ["A/N: That's all of it. Thank you for walking along.\n\nP.S. The goat is fine."],
    },
  },
  {
    custom: 'Windows line ends, a byte order mark and a byline below the title',
    file: 'forty-one.txt',
    raw: '\ufeffThe Glass Orchard\r\nby thistle\r\n\r\nThe pears rang whenever it hailed in the valley.\r\n\r\nOne learned to sleep through it.\r\n',
    expected: {
      number: 41,
      title: 'The Glass Orchard',
      notes: ['by thistle'],
      from: 'The pears rang',
      to: 'sleep through it.',
    },
  },
  {
    custom: 'a letter with a P.S. at the end of the story is story',
    file: 'forty-two.txt',
    raw: `Chapter 15: A Letter

Dear Pell, it began, and went on as letters do.

P.S. I have taken the bucket.`,
    expected: { number: 15, title: 'A Letter', from: 'Dear Pell', to: 'taken the bucket.' },
  },
  {
    custom: 'flashbacks are mentioned, but this chapter is none',
    file: 'forty-three.txt',
    raw: `Flashbacks are in italics. The next chapter will be a flashback.

Chapter 16: Not Yet

Nothing had happened yet.

It was about to.`,
    expected: {
      number: 16,
      title: 'Not Yet',
      notes: ['Flashbacks are in italics. The next chapter will be a flashback.'],
      from: 'Nothing had',
      to: 'about to.',
    },
  },
  {
    custom: 'a bold heading, in Markdown without any heading mark',
    file: 'forty-four.md',
    raw: `**Chapter Seventeen: The Inspector**

She inspected the bucket first.

*Adequate*, she wrote.`,
    expected: { number: 17, title: 'The Inspector', from: 'She inspected', to: 'she wrote.' },
  },
  {
    custom: 'story title as a plain line, then the chapter in brackets',
    file: 'forty-five.txt',
    raw: `The Bucket Year

[Chapter 18] The Auction

It went for nine pounds.

The feathers were extra.`,
    expected: {
      number: 18,
      title: 'The Auction',
      storyTitle: 'The Bucket Year',
      from: 'It went for',
      to: 'were extra.',
    },
  },
  {
    custom: 'an ordinal before the word chapter',
    file: 'forty-six.txt',
    raw: `The Nineteenth Chapter: Receipts

There were none.

There had been a bucket.`,
    expected: { number: 19, title: 'Receipts', from: 'There were none.', to: 'been a bucket.' },
  },
  {
    custom: 'a part above the chapter',
    file: 'forty-seven.txt',
    raw: `PART TWO

Chapter 20: Inland

Nobody here had seen hail.

They had seen buckets.`,
    expected: {
      number: 20,
      part: { number: 2, name: 'PART TWO' },
      title: 'Inland',
      from: 'Nobody here',
      to: 'seen buckets.',
    },
  },
];
