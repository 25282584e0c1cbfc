import cocoa from "./products/cocoa.json" with { type: "json" };
import coffee from "./products/coffee.json" with { type: "json" };
import condiment from "./products/condiment.json" with { type: "json" };
import craft from "./products/craft.json" with { type: "json" };
import drink from "./products/drink.json" with { type: "json" };
import egg from "./products/egg.json" with { type: "json" };
import fishSauce from "./products/fish-sauce.json" with { type: "json" };
import flower from "./products/flower.json" with { type: "json" };
import fruit from "./products/fruit.json" with { type: "json" };
import herb from "./products/herb.json" with { type: "json" };
import honey from "./products/honey.json" with { type: "json" };
import meat from "./products/meat.json" with { type: "json" };
import nut from "./products/nut.json" with { type: "json" };
import prepared from "./products/prepared.json" with { type: "json" };
import rice from "./products/rice.json" with { type: "json" };
import seafood from "./products/seafood.json" with { type: "json" };
import snack from "./products/snack.json" with { type: "json" };
import spice from "./products/spice.json" with { type: "json" };
import tea from "./products/tea.json" with { type: "json" };
import vegetable from "./products/vegetable.json" with { type: "json" };

/** What the files hold `term.ts` checks. */
export const productFiles: readonly unknown[] = [
  cocoa,
  coffee,
  condiment,
  craft,
  drink,
  egg,
  fishSauce,
  flower,
  fruit,
  herb,
  honey,
  meat,
  nut,
  prepared,
  rice,
  seafood,
  snack,
  spice,
  tea,
  vegetable,
];
