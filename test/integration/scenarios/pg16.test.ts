import { scenarioTests } from "../../support/scenarioTests.ts";

scenarioTests(16, "0.45");
