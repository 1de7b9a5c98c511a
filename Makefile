# 单独运行 make 列出全部目标。 `make` alone lists the targets.
# A target's description stands behind `##`: Chinese, then `|`, then English.

# Warnings break our own builds; never a dependent's (see Package.swift).
export PINGXUAN_STRICT := 1

SWIFT ?= swift
LINTED := Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

.DEFAULT_GOAL := help
.PHONY: help setup demo build test check lint layering format record bench fuzz nightly docs clean

help: ## 列出这些目标|List these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { split($$2, d, "|"); printf "  make %-9s %s\n  %-14s %s\n", $$1, d[1], "", d[2] }' $(MAKEFILE_LIST)

setup: ## 检查并安装构建所需的系统包（装过就不再动）|Install the system packages a build needs, only if they are missing
	@scripts/setup

demo: setup ## 从零到结果：构建，跑三个奖项的示例，看排名和一份认定说明|From nothing to a result: build, run three awards, show a ranking and a justification
	$(SWIFT) build --product pingxuan
	@scripts/demo

build: setup ## 构建全部模块和命令|Build every module and the command
	$(SWIFT) build --build-tests

test: setup ## 跑全部测试|Run all tests
	$(SWIFT) test --parallel

check: lint layering test ## 提交之前：排版、分层、全部测试|Before a commit: format lint, layering, all tests

lint: ## 只查排版，不改文件|Format lint only; changes nothing
	$(SWIFT) format lint --strict --parallel --recursive $(LINTED)

layering: setup ## 只查分层与仓库自身的规矩|Layering and the repository's own rules only
	$(SWIFT) test --filter ArchitectureTests

format: ## 按 .swift-format 排版|Format the sources in place
	$(SWIFT) format --in-place --parallel --recursive $(LINTED)

record: setup ## 重录预期结果（总以失败收场，请用 git diff 逐条看）|Rewrite the golden files; always fails, so that you read `git diff`
	PINGXUAN_RECORD=1 $(SWIFT) test

bench: setup ## 计时：评价、办理动作、案卷库，并与同类相比|Time evaluation, acts and the store, beside peers
	$(SWIFT) build -c release --product pingxuan
	@scripts/bench

fuzz: setup ## 向每个解析器喂乱文本（PINGXUAN_FUZZ_SECONDS 秒，默认 60）|Feed every parser noise, for PINGXUAN_FUZZ_SECONDS seconds (60 unless said)
	PINGXUAN_FUZZ_SECONDS=$${PINGXUAN_FUZZ_SECONDS:-60} $(SWIFT) test --filter 'Fuzz|Mutation|MachineProperty'

nightly: setup ## 夜间：更长的乱文本、更多次洗牌，再跑全部测试|Nightly: longer fuzzing, more shuffles, then everything
	PINGXUAN_NIGHTLY=1 PINGXUAN_FUZZ_SECONDS=$${PINGXUAN_FUZZ_SECONDS:-240} \
	  $(SWIFT) test -c release -Xswiftc -enable-testing --parallel

docs: ## 查文档：链接都在，两份说明的命令一致|Check the documents: links exist, both READMEs show the same commands
	@scripts/docs

clean: ## 删去构建产物与 out/|Remove build products and out/
	rm -rf .build out
