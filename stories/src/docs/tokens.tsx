import type { CssCustomProperty } from 'custom-elements-manifest';
import type { ReactElement } from 'react';
import { customProperties } from '@dvk/elements/theme/properties';

interface Row {
  name: string;
  note: string;
  value: string;
}

const shared: readonly Row[] = customProperties.map(({ name, note, default: value }) => ({
  name,
  note: note[1],
  value,
}));
const isShared = ({ name }: { name: string }): boolean => shared.some((row) => row.name === name);

/** The tokens of some names. @param own - what an element has beside those that all share */
export function Tokens({
  names,
  own = [],
}: {
  names: readonly string[];
  own?: readonly CssCustomProperty[] | undefined;
}): ReactElement {
  const ownRows = own
    .filter((property) => !isShared(property))
    .map(({ name, description: note = '', default: value = '' }) => ({ name, note, value }));
  const rows = [...shared, ...ownRows].filter(({ name }) => names.includes(name));
  return (
    <>
      <h2 id="tokens">Biến giao diện đang dùng</h2>
      <table className="tokens">
        <thead>
          <tr>
            <th scope="col">Biến</th>
            <th scope="col">Dùng cho</th>
            <th scope="col">Mặc định</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, note, value }) => (
            <tr key={name}>
              <td>
                <code>{name}</code>
              </td>
              <td>{note}</td>
              <td>
                {value.startsWith('#') && <span className="swatch" style={{ background: value }} />}
                <code>{value}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
