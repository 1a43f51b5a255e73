import * as z from 'zod/mini';
import { date } from '../contract/shapes.ts';

/** A JSON Schema, draft 2020-12. */
export type JsonSchema = Record<string, unknown>;

type Schema = z.core.$ZodType;

const componentsPath = '#/components/schemas/';

/**
 * JSON Schemas for OpenAPI. Left out: `additionalProperties: false`, as a later version may add a field; the patterns of dates and
 * instants, as `format` says it; the bounds of safe integers.
 */
function convert(registry: z.core.$ZodRegistry<{ id: string }>, io: 'input' | 'output'): Record<string, JsonSchema> {
  const { schemas } = z.toJSONSchema(registry, {
    io,
    uri: (id) => componentsPath + id,
    override: ({ zodSchema, jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      if (zodSchema === date) jsonSchema.format = 'date';
      if (jsonSchema.format) delete jsonSchema.pattern;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    },
  });
  return Object.fromEntries(
    Object.entries(schemas as Record<string, JsonSchema>).map(([id, { $id: _id, $schema: _dialect, ...schema }]) => [
      id,
      schema,
    ]),
  );
}

/**
 * Converts the shapes of many endpoints at once, so that those with a name become references to it.
 *
 * @param named - shapes to name, e.g. `{Case, Model}`
 * @param inputs - shapes of what is sent, by any key
 * @param outputs - shapes of responses, by any key
 */
export function jsonSchemas(
  named: Readonly<Record<string, Schema>>,
  inputs: ReadonlyMap<string, Schema>,
  outputs: ReadonlyMap<string, Schema>,
): { components: Record<string, JsonSchema>; inputs: Map<string, JsonSchema>; outputs: Map<string, JsonSchema> } {
  const components: Record<string, JsonSchema> = {};

  const convertAll = (shapes: ReadonlyMap<string, Schema>, io: 'input' | 'output'): Map<string, JsonSchema> => {
    const registry = z.registry<{ id: string }>();
    const ids = new Map<Schema, string>();
    for (const [name, schema] of Object.entries(named)) ids.set(schema, name);
    const anonymous: string[] = [];
    for (const [key, schema] of shapes) {
      if (ids.has(schema)) continue;
      ids.set(schema, key);
      anonymous.push(key);
    }
    for (const [schema, id] of ids) registry.add(schema, { id });
    const converted = convert(registry, io);
    for (const name of Object.keys(named)) components[name] ??= converted[name]!;
    return new Map(
      [...shapes].map(([key, schema]) => {
        const id = ids.get(schema)!;
        return [key, anonymous.includes(id) ? converted[id]! : { $ref: componentsPath + id }];
      }),
    );
  };

  return { inputs: convertAll(inputs, 'input'), outputs: convertAll(outputs, 'output'), components };
}
