/** For each centre: places in the order in which a growing circle takes them in, and where the circle may stop. */
export interface Circles {
  /** Places, nearest first, one run per centre. */
  order: Int32Array[];
  /** Stops: how many of the run are inside. Places equally far enter together. */
  stops: Int32Array[];
}

/** How far apart two places are; only the order of distances matters. */
export type Distance = 'planar' | 'great-circle';

/** Circles around every place that hold at most `maxShare` of the weight. */
export function circlesAround(
  coordinates: readonly (readonly [number, number])[],
  weight: ArrayLike<number>,
  maxShare: number,
  distance: Distance,
): Circles {
  const points = distance === 'planar' ? coordinates : coordinates.map(onSphere);
  let total = 0;
  for (let i = 0; i < weight.length; i++) total += weight[i]!;
  const most = maxShare * total * (1 + 1e-12);
  const circles: Circles = { order: [], stops: [] };
  const apart = new Float64Array(points.length);
  for (const centre of points) {
    points.forEach((point, i) => {
      apart[i] = point.reduce((sum, x, axis) => sum + (x - centre[axis]!) ** 2, 0);
    });
    const order = Int32Array.from(points.keys()).sort((a, b) => apart[a]! - apart[b]! || a - b);
    const stops: number[] = [];
    let inside = 0;
    for (let i = 0; i < order.length; i++) {
      inside += weight[order[i]!]!;
      if (inside > most) break;
      const next = order[i + 1];
      if (next === undefined || apart[next]! > apart[order[i]!]!) stops.push(i + 1);
    }
    circles.order.push(order.slice(0, stops.at(-1) ?? 0));
    circles.stops.push(Int32Array.from(stops));
  }
  return circles;
}

/** `[longitude, latitude]` in degrees as a point on the unit sphere: straight distances order as great circles do. */
function onSphere([longitude, latitude]: readonly [number, number]): [number, number, number] {
  const [a, b] = [(longitude * Math.PI) / 180, (latitude * Math.PI) / 180];
  return [Math.cos(b) * Math.cos(a), Math.cos(b) * Math.sin(a), Math.sin(b)];
}
