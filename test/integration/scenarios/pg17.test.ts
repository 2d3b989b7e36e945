import { scenarioTests } from "../../support/scenarioTests.ts";

scenarioTests(17);
