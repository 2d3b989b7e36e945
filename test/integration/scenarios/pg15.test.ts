import { scenarioTests } from "../../support/scenarioTests.ts";

scenarioTests(15, "1.0");
