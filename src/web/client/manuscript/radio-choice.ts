import { html, type TemplateResult } from 'lit';

/** Draws a choice of one among a few labelled values, side by side. `legend` names it to those who do not see it. */
export function renderRadioChoice<Value extends string>(
  legend: string,
  labels: Readonly<Record<Value, string>>,
  chosen: Value,
  onChoose: (value: Value) => void,
): TemplateResult {
  const lines: TemplateResult[] = [];
  for (const value in labels) {
    lines.push(
      html`<label><input type="radio" name=${legend} value=${value} .checked=${value === chosen} @change=${() => onChoose(value)}>${labels[value]}</label>`,
    );
  }
  return html`<fieldset class="choice"><legend class="hidden">${legend}</legend>${lines}</fieldset>`;
}
