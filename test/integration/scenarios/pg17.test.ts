import { scenarioTests } from "../../support/scenarioTests.ts";

scenarioTests(17, "1.0");
