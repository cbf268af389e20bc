import {
  type APIComponentInLabel,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { maxReviewLength, type Review, ratings } from '../../feedback/reviews.js';
import { shorten } from '../../markup/shorten.js';
import { option } from './components.js';
import { ratingLabel } from './rating-label.js';

/** Longest title of a modal, in characters. Source: Discord's documentation of modals. */
const maxTitle = 45;

/** Ids of the fields of the modal. */
export const reviewFields = { text: 'text', rating: 'rating', spoilers: 'spoilers' } as const;

/** The form in which a reader writes a review or changes the one they wrote earlier. */
export function reviewModal(
  customId: string,
  chapterName: string,
  earlier: Review | undefined,
): APIModalInteractionResponseCallbackData {
  const text = earlier?.text ?? '';
  return {
    custom_id: customId,
    title: shorten(`Review: ${chapterName}`, maxTitle),
    components: [
      label('Your review', 'It is shown as you type it. A rating alone is welcome too.', {
        type: ComponentType.TextInput,
        custom_id: reviewFields.text,
        style: TextInputStyle.Paragraph,
        max_length: maxReviewLength,
        required: false,
        ...(text === '' ? {} : { value: text }),
      }),
      label('Rating', 'You may leave it out.', {
        type: ComponentType.StringSelect,
        custom_id: reviewFields.rating,
        placeholder: 'No rating',
        min_values: 0,
        max_values: 1,
        required: false,
        options: ratings
          .toReversed()
          .map((rating) => option(`${rating}`, ratingLabel(rating), undefined, rating === earlier?.rating)),
      }),
      label('Contains spoilers', 'Others see it only after a tap.', {
        type: ComponentType.Checkbox,
        custom_id: reviewFields.spoilers,
        default: earlier?.spoilers ?? false,
      }),
    ],
  };
}

function label(name: string, description: string, component: APIComponentInLabel): APILabelComponent {
  return { type: ComponentType.Label, label: name, description, component };
}
