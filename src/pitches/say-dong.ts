/** Money in đồng as it is said: 35000 is `35 nghìn`, 16500 `16 nghìn rưỡi`, 1250000 `1 triệu 250 nghìn`; in figures what nobody says round. */
export function sayDong(min: number, max: number, thousand: string): string {
  if (min === max) return sayOne(max, thousand);
  const [low, high] = [sayOne(min, thousand), sayOne(max, thousand)];
  const scale = [thousand, "triệu"].find((name) => low.endsWith(` ${name}`) && high.endsWith(` ${name}`));
  return `${scale === undefined ? low : low.slice(0, -scale.length - 1)} đến ${high}`;
}

function sayOne(value: number, thousand: string): string {
  if (value < 1000 || value % 500 !== 0) return `${value.toLocaleString("vi-VN")} đồng`;
  if (value < 1e6) return sayThousands(value, thousand);
  const millions = Math.floor(value / 1e6).toLocaleString("vi-VN");
  const rest = value % 1e6;
  if (rest === 0) return `${millions} triệu`;
  return rest === 500_000 ? `${millions} triệu rưỡi` : `${millions} triệu ${sayThousands(rest, thousand)}`;
}

function sayThousands(value: number, thousand: string): string {
  return `${Math.floor(value / 1000)} ${thousand}${value % 1000 === 500 ? " rưỡi" : ""}`;
}
