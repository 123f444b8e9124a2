import unittest
from unittest import mock
from unittest.mock import MagicMock, patch

import openai

import service


class HeadlineTest(unittest.TestCase):
    @patch("openai.ChatCompletion.create")
    def test_headline(self, create):
        create.return_value = {"choices": [{"message": {"content": '"Sea rises"'}}]}
        self.assertEqual(service.headline("tide"), "Sea rises")
        create.assert_called_once()
        self.assertEqual(create.call_args.kwargs["model"], "gpt-3.5-turbo")

    @patch.object(openai.Completion, "create")
    def test_tags(self, create):
        create.return_value = MagicMock(choices=[MagicMock(text="a, b")])
        self.assertEqual(service.tags("x"), ["a", "b"])

    def test_rate_limited(self):
        with mock.patch("service.openai.Completion.create", side_effect=openai.error.RateLimitError("slow")):
            self.assertEqual(service.tags("x"), [])


if __name__ == "__main__":
    result = unittest.TextTestRunner(verbosity=0, stream=open("log.txt", "w")).run(
        unittest.defaultTestLoader.loadTestsFromTestCase(HeadlineTest)
    )
    print(result.testsRun, len(result.failures), len(result.errors))
    print(service.headline("real"))
