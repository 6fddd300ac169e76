/** All style sheets of the chat. They are adopted by script, which a strict Content-Security-Policy allows. */

import { callouts } from "./callouts";
import { chips } from "./chips";
import { composer } from "./composer";
import { controls } from "./controls";
import { frame } from "./frame";
import { header } from "./header";
import { log } from "./log";
import { motion } from "./motion";
import { standing } from "./standing";
import { tokens } from "./tokens";

export const styles = [tokens, frame, controls, header, log, chips, callouts, composer, standing, motion];
