import { scenarioTests } from "../../support/scenarioTests.ts";

scenarioTests(18, "0.45");
