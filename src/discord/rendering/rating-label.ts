import type { ReviewRating } from '../../feedback/reviews.js';
import { counted } from './counted.js';

/** A rating for eyes and for screen readers alike: `★★★★☆ 4 of 5`. */
export function ratingLabel(rating: ReviewRating): string {
  return `${'★'.repeat(rating)}${'☆'.repeat(5 - rating)} ${rating} of 5`;
}

/** A mean rating and how many it is of: `4.3 of 5 (3 ratings)`; `no ratings` where there are none. */
export function meanLabel({ mean, rated }: { readonly mean: number | undefined; readonly rated: number }): string {
  return mean === undefined ? 'no ratings' : `${mean.toFixed(1)} of 5 (${counted(rated, 'rating')})`;
}
