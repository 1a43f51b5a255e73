import type { TemplateResult } from 'lit';
import { drawingStyles } from '@dvk/elements/drawings/styles';
import { partStory } from './story-part.ts';

/** Shows a drawing as a widget does. */
export const onPage = (drawing: TemplateResult): TemplateResult => partStory(drawing, drawingStyles);
