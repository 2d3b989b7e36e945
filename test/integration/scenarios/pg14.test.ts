import { scenarioTests } from "../../support/scenarioTests.ts";

scenarioTests(14, "0.45");
