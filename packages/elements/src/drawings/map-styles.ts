import { css } from 'lit';

/** Look of maps, and of the names beside them. */
export const mapStyles = css`
  .drawing .map-and-names {
    display: flex;
    flex-wrap: wrap;
    gap: 1em 1.5em;
    align-items: start;
  }
  .drawing .map-and-names ul {
    list-style: none;
    line-height: 1.7;
  }
  .drawing .map-and-names .act {
    color: var(--_danger);
    font-weight: 700;
  }
  .drawing .map-and-names .check {
    color: var(--_warning);
    font-weight: 600;
  }
  .drawing .tiles,
  .drawing .geo {
    max-inline-size: 100%;
    block-size: auto;
    overflow: visible;
  }
  .drawing .geo {
    inline-size: 25em;
  }
  .drawing .place :is(rect, path) {
    fill: var(--_neutral-soft);
    stroke: var(--_surface);
  }
  .drawing .geo .place path {
    stroke: var(--_line);
    stroke-width: 0.5;
  }
  .drawing .place text {
    fill: var(--_neutral);
    font-size: 11px;
    text-anchor: middle;
  }
  .drawing .place.watch :is(rect, path) {
    fill: var(--_action);
    fill-opacity: 0.28;
  }
  .drawing .place.watch text {
    fill: var(--_text);
    font-weight: 600;
  }
  .drawing .place.check :is(rect, path) {
    fill: #e0a03c;
  }
  .drawing .place.check text {
    fill: #2b1a00;
    font-weight: 700;
  }
  .drawing .place.act :is(rect, path) {
    fill: var(--_danger);
    stroke: var(--_text);
    stroke-width: 2;
  }
  .drawing .place.act text {
    fill: var(--_on-action);
    font-weight: 700;
  }
  .drawing .place.missing :is(rect, path) {
    fill: none;
  }
  /* Read on the hatching. */
  .drawing .place.missing text {
    stroke: var(--_surface);
    stroke-width: 3px;
    paint-order: stroke;
  }
  /* Without colours: a border of its own for each level. */
  @media print, (forced-colors: active), (prefers-contrast: more) {
    .drawing .place.check :is(rect, path) {
      stroke: var(--_text);
      stroke-width: 2;
      stroke-dasharray: 4 2;
    }
    .drawing .place.watch :is(rect, path) {
      stroke: var(--_text);
      stroke-width: 1;
    }
  }
  @media (forced-colors: active) {
    .drawing .place:is(.calm, .watch, .check) :is(rect, path) {
      fill: Canvas;
      fill-opacity: 1;
      stroke: CanvasText;
    }
    .drawing .place.calm :is(rect, path) {
      stroke: GrayText;
    }
    .drawing .place.act :is(rect, path) {
      fill: Highlight;
      stroke: CanvasText;
    }
    .drawing .place:is(.calm, .watch, .check, .missing) text {
      fill: CanvasText;
    }
    .drawing .place.act text {
      fill: HighlightText;
    }
    .drawing .place.missing text {
      stroke: Canvas;
    }
    .drawing .geo .place.missing path {
      stroke: CanvasText;
    }
  }
`;
