import { countStatements } from './counts/count-statements.js';
import { type Told, type ToldStory, tellStory } from './told-story.js';

/** What asking once cost. */
export interface AskFigures {
  /** Median of many times, in milliseconds, from the command to the answer. */
  readonly ms: number;
  /** Statements that SQLite was given. */
  readonly statements: number;
}

export interface FeedbackFigures extends AskFigures {
  readonly chapters: number;
}

export interface ReviewsFigures extends AskFigures {
  /** Counts from 1. */
  readonly page: number;
}

const asks = 30;

/** Asks for `/feedback` over stories of so many chapters, each posted in six pieces with reactions and reviews. */
export async function measureFeedback(sizes: readonly number[]): Promise<readonly FeedbackFigures[]> {
  const figures: FeedbackFigures[] = [];
  for (const chapters of sizes) {
    const told = { chapters, pieces: 6, reactions: 3, reviews: chapters };
    figures.push({ chapters, ...(await within(told, (story) => measure(() => slash(story, 'feedback')))) });
  }
  return figures;
}

/** Turns the pages of `/reviews` over a story with as many reviews as they hold, by the buttons that lead there. */
export async function measureReviews(pages: readonly number[]): Promise<readonly ReviewsFigures[]> {
  const reviews = Math.max(...pages) * 5;
  return within({ chapters: 12, pieces: 1, reactions: 0, reviews }, async (story) => {
    const shown = await slash(story, 'reviews');
    if (shown.kind !== 'message') throw new Error('There are no reviews.');
    const forger = story.playground.forge(story.author.user);
    const figures: ReviewsFigures[] = [];
    for (const page of pages) {
      // A button of a message of long ago, from before buttons knew where a page begins.
      const show = () => forger.component(shown.message, { customId: `reviews:lamp::${page - 1}` });
      figures.push({ page, ...(await measure(show)) });
    }
    return figures;
  });
}

async function within<T>(told: Told, run: (story: ToldStory) => Promise<T>): Promise<T> {
  const story = await tellStory(told);
  try {
    return await run(story);
  } finally {
    await story.close();
  }
}

async function measure(ask: () => Promise<unknown>): Promise<AskFigures> {
  // The first time readies what the others find.
  await ask();
  const times: number[] = [];
  for (let asked = 0; asked < asks; asked += 1) {
    const begunAt = performance.now();
    await ask();
    times.push(performance.now() - begunAt);
  }
  const { reads, writes } = await countStatements(ask);
  return { ms: times.toSorted((a, b) => a - b)[Math.floor(asks / 2)] ?? 0, statements: reads + writes };
}

const slash = ({ author, channelId }: ToldStory, command: string) => author.slash({ id: channelId }, command, {});
