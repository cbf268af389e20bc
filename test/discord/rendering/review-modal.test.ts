import { ComponentType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { reviewModal } from '../../../src/discord/rendering/review-modal.js';
import type { Review } from '../../../src/feedback/reviews.js';

const earlier: Review = {
  guildId: '1280000000000000001',
  storyId: 'harbour',
  chapterKey: '01',
  userId: '1230000000000000001',
  text: '  As typed.\n',
  rating: 3,
  spoilers: true,
  at: 0,
};

/** The three fields of the form. */
function fields(review: Review | undefined) {
  return reviewModal('review:harbour:01', 'Chapter 1: The Lamp', review).components.flatMap((component) =>
    component.type === ComponentType.Label ? [component.component] : [],
  );
}

describe('the review form', () => {
  it('is empty for a first review, with no rating chosen and nothing required', () => {
    const [text, rating, spoilers] = fields(undefined);
    expect(text).toMatchObject({ type: ComponentType.TextInput, max_length: 4_000, required: false });
    expect(text).not.toHaveProperty('value');
    expect(rating).toMatchObject({ type: ComponentType.StringSelect, required: false, min_values: 0 });
    expect(JSON.stringify(rating)).not.toContain('default');
    expect(spoilers).toMatchObject({ type: ComponentType.Checkbox, default: false });
  });

  it('holds the earlier review of the same reader', () => {
    const [text, rating, spoilers] = fields(earlier);
    expect(text).toMatchObject({ value: '  As typed.\n' });
    expect(rating).toMatchObject({
      options: [
        { value: '5', label: '★★★★★ 5 of 5' },
        { value: '4' },
        { value: '3', label: '★★★☆☆ 3 of 5', default: true },
        { value: '2' },
        { value: '1' },
      ],
    });
    expect(spoilers).toMatchObject({ default: true });
  });

  it('has a title of at most 45 characters', () => {
    const { title } = reviewModal('review:a:b', `Chapter 12: ${'A very long title '.repeat(5)}`, undefined);
    expect([...title].length).toBeLessThanOrEqual(45);
    expect(title).toMatch(/^Review: Chapter 12: A very .*…$/);
  });
});
