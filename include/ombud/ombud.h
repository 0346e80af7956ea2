/**
 * @file ombud.h
 * @brief All of libombud. What each part is for stands at the head of its own header.
 */
#ifndef OMBUD_OMBUD_H
#define OMBUD_OMBUD_H

#include "base.h"
#include "date.h"
#include "law.h"
#include "case.h"
#include "answer.h"
#include "scenario.h"
#include "register.h"
#include "prove.h"
#include "plan.h"
#include "render.h"

#endif
