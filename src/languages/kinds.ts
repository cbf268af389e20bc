/** What a chapter is within its story; `chapter` is the ordinary case. */
export const chapterKinds = ['chapter', 'prologue', 'interlude', 'flashback', 'epilogue', 'one-shot'] as const;
export type ChapterKind = (typeof chapterKinds)[number];

/** From the mildest to the strongest; `mature` and `explicit` are shown in age-restricted channels only. */
export const ratings = ['general', 'teen', 'mature', 'explicit'] as const;
export type Rating = (typeof ratings)[number];
